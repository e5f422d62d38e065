// One event, one note, one mail, however often the event is heard: the note's id is the event's.
import type { Notification } from "#contracts/notifications";
import { settings } from "#contracts/settings";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { origin } from "./mailer.ts";
import type { Mailer } from "./mailer.ts";
import type { Message } from "./messages.ts";
import { wordMail } from "./texts.ts";

export interface Note extends Notification {
	/** Null for a guest: the note only remembers the mail. */
	userId: string | null;
	isMailed: boolean;
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
	const { kind, userId, values, link, email } = message;
	const fresh = { id, kind, userId, values, link, createdAt: at, version: 1 };
	const note = await noted(notes, { ...fresh, isRead: false, isMailed: email === null });
	if (note.isMailed || email === null) return;

	const { shop } = await call(ctx, settings.current);
	const text = wordMail(message, shop, origin);
	if (text) await mailer.send({ to: email, ...text }, shop.name);
	ctx.broker.logger.info(`A mail about ${kind} went to ${email}.`);
	await notes.update({ id }, { $set: { isMailed: true } });
}

/** The note as it is stored: this one, or the one that an earlier hearing has left. */
async function noted(notes: Collection<Note>, note: Note): Promise<Note> {
	try {
		return await notes.insert(note);
	} catch (error) {
		if (!(error instanceof DuplicateKey)) throw error;
		return (await notes.findById(note.id)) ?? note;
	}
}
