// One event, one note, one mail, however often the event is heard: the note's id is the event's.
import type { Notification } from "#contracts/notifications";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import type { Ctx } from "#mixins/service";
import type { Mailer } from "./mailer.ts";
import type { Message } from "./messages.ts";
import { mail } from "./post.ts";

export interface Note extends Notification {
	/** Null for a guest: the note only remembers the mail. */
	userId: string | null;
	/** When a mail about it is to be tried (again); null when there is none, or none any more. */
	mailAt: string | null;
	/** Where to; forgotten with the mail. */
	email: string | null;
	/** Where the mail leads, if not to where the note does; forgotten with the mail. */
	mailLink?: string | null;
	tries: number;
	version: number;
}

export interface Post {
	notes: Collection<Note>;
	mailer: Mailer;
}

interface Heard {
	id: string;
	at: string;
	message: Message;
}

export async function notify(ctx: Ctx, { notes, mailer }: Post, { id, at, message }: Heard) {
	const { kind, userId, values, link, email, mailLink = link } = message;
	const isMailedLater = email !== null && !mailer.isInstant;
	const isNew = await isInserted(notes, {
		id,
		kind,
		userId,
		values,
		link,
		createdAt: at,
		isRead: false,
		mailAt: isMailedLater ? at : null,
		email: isMailedLater ? email : null,
		mailLink: isMailedLater ? mailLink : null,
		tries: 0,
		version: 1,
	});
	if (isNew && email !== null && mailer.isInstant)
		await mail(ctx, mailer, { kind, values, link: mailLink, email });
}

async function isInserted(notes: Collection<Note>, note: Note) {
	try {
		await notes.insert(note);
		return true;
	} catch (error) {
		if (error instanceof DuplicateKey) return false;
		throw error;
	}
}
