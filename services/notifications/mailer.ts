// Where mails go. Without a mail server they are checked and kept for a look.
import { createTransport } from "nodemailer";
import { env } from "#mixins/env";

export interface Mail {
	to: string;
	subject: string;
	body: string;
}

const mostKept = 100;

/** The one place that knows how mail leaves the house. */
function transport() {
	return createTransport({ jsonTransport: true });
}

export class Mailer {
	#transport = transport();
	#sent: Mail[] = [];

	/** The latest, newest first. */
	get sent(): readonly Mail[] {
		return this.#sent;
	}

	async send({ to, subject, body }: Mail, shopName: string) {
		const address = `no-reply@${new URL(origin).hostname}`;
		const from = { name: shopName, address };
		await this.#transport.sendMail({ from, to, subject, text: body });
		this.#sent = [{ to, subject, body }, ...this.#sent].slice(0, mostKept);
	}
}

/** The address of the mall, as it stands in mails. */
export const origin = env.PUBLIC_URL || `http://localhost:${env.PORT}`;
