// Where mails go: to a mail server when SMTP_URL names one, else they are kept in memory for a look.
import { createTransport } from "nodemailer";
import { env, publicOrigin } from "#mixins/env";

export interface Mail {
	to: string;
	subject: string;
	body: string;
}

const mostKept = 100;

export class Mailer {
	#server = env.SMTP_URL ? createTransport(pooled(env.SMTP_URL)) : null;
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
		this.#kept = [{ to, subject, body }, ...this.#kept].slice(0, mostKept);
	}

	close() {
		this.#server?.close();
	}
}

/** Several mails go over one connection. */
function pooled(server: string) {
	const url = new URL(server);
	url.searchParams.set("pool", "true");
	return url.href;
}

/** The address of the mall, as it stands in mails. */
