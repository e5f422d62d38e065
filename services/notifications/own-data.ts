// What somebody was told, for their own copy and when their account ends.
import type { Whom } from "#contracts/about-people";
import type { Collection } from "#mixins/collection";
import { partOf, pieceOf } from "#mixins/own-data";
import type { Note, Post } from "./notifying.ts";

type Asked = { whom: Whom; after?: string };

export function ownData(notes: Collection<Note>, { whom, after }: Asked) {
	const notifications = partOf(notes, { userId: whom.userId }, (note) => {
		const { kind, values, link, isRead, createdAt } = note;
		return { kind, values, link, isRead, createdAt };
	});
	return pieceOf({ notifications }, after);
}

/** Also mails that have not left yet, and those that are kept where there is no mail server. */
export async function forgetPerson({ notes, mailer }: Post, { userId, email, mailbox }: Whom) {
	await notes.remove({ userId });
	if (email !== null) await notes.remove({ email });
	mailer.forget(mailbox);
	return { isDone: true };
}
