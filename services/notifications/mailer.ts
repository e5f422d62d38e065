// Where mails go: to a mail server when SMTP_URL names one, else into a folder, for whoever owns it.
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { newId, now } from "#mixins/clock";
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
		this.#folder?.keep({ to, subject, body });
		this.#kept = [{ to, subject, body }, ...this.#kept].slice(0, mostKept);
	}

	/** What was kept of mails to this address. */
	forget(to: string) {
		this.#kept = this.#kept.filter((mail) => mail.to !== to);
		this.#folder?.forget(to);
	}

	close() {
		this.#server?.close();
	}
}

/**
 * The latest hundred or two, in files of a hundred: to make a file for each costs an order a tenth of
 * its time. They are written as mail programs read them (mbox, RFC 4155).
 */
class MailFolder {
	#path: string;
	#file = "";
	#written = 0;

	constructor(path: string) {
		this.#path = path;
	}

	keep({ to, subject, body }: Mail) {
		if (this.#written++ % mostKept === 0) this.#begin();
		const lines = body.replaceAll(/^>*From /gm, ">$&");
		const mail = `From - ${now()}\nTo: ${to}\nSubject: ${subject}\n\n${lines}\n\n`;
		appendFileSync(this.#file, mail, { mode: 0o600 });
	}

	forget(to: string) {
		if (!existsSync(this.#path)) return;
		for (const name of readdirSync(this.#path)) {
			const path = join(this.#path, name);
			const mails = readFileSync(path, "utf8").split(/^(?=From )/m);
			const left = mails.filter((mail) => /^To: (.*)$/m.exec(mail)?.[1] !== to);
			if (left.length < mails.length) writeFileSync(path, left.join(""), { mode: 0o600 });
		}
	}

	/** Another file; of those before it only the last one stays. Names are ids, and these ascend. */
	#begin() {
		mkdirSync(this.#path, { recursive: true, mode: 0o700 });
		for (const name of readdirSync(this.#path).toSorted().slice(0, -1))
			rmSync(join(this.#path, name));
		this.#file = join(this.#path, `${newId()}.mbox`);
	}
}

/** Several mails go over one connection. */
function pooled(server: string) {
	const url = new URL(server);
	url.searchParams.set("pool", "true");
	return url.href;
}
