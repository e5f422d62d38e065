// Mails over a true mail server, which refuses the first of them.
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Collection } from "#mixins/collection";
import { Mailer } from "./mailer.ts";
import type { Note } from "./notifying.ts";
import { sendDue } from "./post.ts";
import { shopSettings } from "#tests/support/neighbours";
import { removeData, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { storeOf } from "#tests/support/neighbours";

const port = await vi.hoisted(async () => {
	const { freePort } = await import("../../tests/support/process.ts");
	const found = await freePort();
	process.env["SMTP_URL"] = `smtp://127.0.0.1:${found}`;
	return found;
});

const arrived: string[] = [];
let refusals = 1;
const server = new SMTPServer({
	authOptional: true,
	disabledCommands: ["STARTTLS"],
	onRcptTo: (_to, _session, done) => done(refusals-- > 0 ? new Error("busy, later") : null),
	onData(stream, _session, done) {
		let text = "";
		stream.on("data", (chunk) => (text += String(chunk)));
		stream.on("end", () => done(null, String(arrived.push(text))));
	},
});

let mall: TestMall;
beforeAll(async () => {
	await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
	mall = await start(["notifications", shopSettings().service]);
});
afterAll(async () => {
	await mall.stop();
	await new Promise<void>((closed) => server.close(() => closed()));
	removeData();
});

it("sends a mail that is due, again when the server refused it, and then forgets the address", async () => {
	const { notes } = storeOf<{ notes: Collection<Note> }>(mall, "notifications");
	const mailer = new Mailer();
	const send = () => sendDue({ broker: mall.broker }, { notes, mailer }, () => {});
	const due = "2026-01-01T00:00:00.000Z";
	await notes.insert(aNote("n1", due));

	await send();

	await vi.waitFor(async () =>
		expect(await notes.findById("n1")).toMatchObject({ tries: 1, email: "ada@example.com" }),
	);
	expect(arrived).toEqual([]);
	const { mailAt } = (await notes.findById("n1")) ?? {};
	expect(Date.parse(mailAt ?? "")).toBeGreaterThan(Date.now());

	await notes.update({ id: "n1" }, { $set: { mailAt: due } });
	await send();

	// Why: the service's own round may have taken it.
	await vi.waitFor(async () =>
		expect(await notes.findById("n1")).toMatchObject({ mailAt: null, email: null }),
	);
	expect(arrived.join()).toContain("To: ada@example.com");
	mailer.close();
});

it("sends a mail once when several nodes look for what is due", async () => {
	const { notes } = storeOf<{ notes: Collection<Note> }>(mall, "notifications");
	const mailer = new Mailer();
	const send = () => sendDue({ broker: mall.broker }, { notes, mailer }, () => {});
	const before = arrived.length;
	await notes.insert(aNote("n2", "2026-01-01T00:00:00.000Z"));

	await Promise.all([send(), send(), send()]);

	await vi.waitFor(async () => expect(await notes.findById("n2")).toMatchObject({ email: null }));
	expect(arrived.length - before).toBe(1);
	mailer.close();
});

const aNote = (id: string, mailAt: string): Note => ({
	id,
	kind: "welcome",
	userId: null,
	values: { username: "ada" },
	link: "/account",
	createdAt: mailAt,
	isRead: true,
	mailAt,
	email: "ada@example.com",
	tries: 0,
	version: 1,
});
