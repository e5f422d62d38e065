// Where mails go: to a mail server when SMTP_URL names one, else into a folder, for whoever owns it.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { newId } from "#mixins/clock";
import { dataDir, env, publicOrigin } from "#mixins/env";

export interface Mail {
	to: string;
	subject: string;
	body: string;
}

const mostKept = 100;

export class Mailer {
	#server = env.SMTP_URL ? createTransport(pooled(env.SMTP_URL)) : null;
	#folder = env.SMTP_URL ? null : new MailFolder(join(dataDir, "mails"));
	#kept: Mail[] = [];

	/** Without a server a mail is sent by being kept. */
	get isInstant() {
		return this.#server === null;
	}

	/** The latest, newest first. */
	get sent(): readonly Mail[] {
		return this.#kept;
	}

	async send({ to, subject, body }: Mail, shopName: string) {
		const from = { name: shopName, address: `no-reply@${new URL(publicOrigin).hostname}` };
		await this.#server?.sendMail({ from, to, subject, text: body });
		await this.#folder?.keep({ to, subject, body });
		this.#kept = [{ to, subject, body }, ...this.#kept].slice(0, mostKept);
	}

	/** What was kept of mails to this address. */
	async forget(to: string) {
		this.#kept = this.#kept.filter((mail) => mail.to !== to);
		await this.#folder?.forget(to);
	}

	close() {
		this.#server?.close();
	}
}

/** A file for each mail, the latest hundred or so. */
class MailFolder {
	#path: string;
	#written = 0;

	constructor(path: string) {
		this.#path = path;
	}

	async keep({ to, subject, body }: Mail) {
		await mkdir(this.#path, { recursive: true, mode: 0o700 });
		const text = `To: ${to}\nSubject: ${subject}\n\n${body}`;
		await writeFile(join(this.#path, `${newId()}.txt`), text, { mode: 0o600 });
		if (this.#written++ % mostKept === 0) await this.#tidy();
	}

	async forget(to: string) {
		const names = await readdir(this.#path).catch(() => []);
		for (const name of names) {
			const path = join(this.#path, name);
			const text = await readFile(path, "utf8").catch(() => "");
			if (text.startsWith(`To: ${to}\n`)) await rm(path, { force: true });
		}
	}

	/** Names are ids, and these ascend. */
	async #tidy() {
		const names = (await readdir(this.#path)).toSorted();
		const old = names.slice(0, -mostKept);
		await Promise.all(old.map((name) => rm(join(this.#path, name), { force: true })));
	}
}

/** Several mails go over one connection. */
function pooled(server: string) {
	const url = new URL(server);
	url.searchParams.set("pool", "true");
	return url.href;
}
