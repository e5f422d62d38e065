// Mails leave in rounds, a few at a time: whoever hears of an order does not wait for a mail server.
import PQueue from "p-queue";
import { settings } from "#contracts/settings";
import { now } from "#mixins/clock";
import { call } from "#mixins/service";
import { publicOrigin } from "#mixins/env";
import type { Mailer } from "./mailer.ts";
import type { Note, Post } from "./notifying.ts";
import { wordMail } from "./texts.ts";

type Caller = Parameters<typeof call>[0];

const batch = 100;
const atOnce = 5;
const firstRetryMs = 30_000;
/** With the waits doubling, some eight hours. */
const mostTries = 10;
/** Whoever takes a mail has this long; should its process die, the mail is due again then. */
const leaseMs = 180_000;

type Mailed = Pick<Note, "kind" | "values" | "link"> & { email: string };

export async function mail(caller: Caller, mailer: Mailer, { email, ...about }: Mailed) {
	const { shop } = await call(caller, settings.current);
	const text = wordMail(about, shop, publicOrigin);
	if (text) await mailer.send({ to: email, ...text }, shop.name);
}

const forgotten = { mailAt: null, email: null, mailLink: null };

type Warn = (text: string) => void;

/** Sends what is due; what fails is tried again later, each time after twice as long. */
export async function sendDue(caller: Caller, { notes, mailer }: Post, warn: Warn) {
	const query = { mailAt: { $lte: now() } };
	const due = await notes.find({ query, sort: ["mailAt"], limit: batch });
	const queue = new PQueue({ concurrency: atOnce });
	await queue.addAll(due.map((note) => () => sendOne(caller, { notes, mailer }, { note, warn })));
}

async function sendOne(
	caller: Caller,
	{ notes, mailer }: Post,
	{ note, warn }: { note: Note; warn: Warn },
) {
	const { id, email, tries, mailLink, mailAt } = note;
	const link = mailLink ?? note.link;
	const until = new Date(Date.now() + leaseMs).toISOString();
	// Why: other nodes look for what is due as well.
	if ((await notes.update({ id, mailAt }, { $set: { mailAt: until } })) === 0) return;
	try {
		if (email !== null) await mail(caller, mailer, { ...note, link, email });
		await notes.update({ id }, { $set: forgotten });
	} catch (error) {
		const isOver = tries + 1 >= mostTries;
		const again = new Date(Date.now() + firstRetryMs * 2 ** tries).toISOString();
		const given = isOver ? forgotten : { mailAt: again };
		await notes.update({ id }, { $set: { ...given, tries: tries + 1 } });
		warn(
			`A mail about ${id} ${isOver ? "is given up" : "did not leave yet"}: ${String(error)}`,
		);
	}
}
