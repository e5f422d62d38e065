// Mails of a mall without a mail server, as its operator reads them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "./stage.ts";

/** The path of the link in the latest mail to somebody that leads there, once it has arrived. */
export async function linkTo(folder: string, email: string, page: string): Promise<string> {
	const pattern = new RegExp(`https?://[^/\\s]+(\\S*${page}#\\S+)`);
	let found: string | undefined;
	await eventually(() => {
		found = mailsTo(folder, email)
			.map((mail) => pattern.exec(mail)?.[1])
			.find(Boolean);
		if (!found) throw new Error(`No mail to ${email} leads to ${page}.`);
	});
	return found ?? "";
}

/** Newest first. */
export function mailsTo(folder: string, email: string): string[] {
	const mails = join(folder, "mails");
	if (!existsSync(mails)) return [];
	return readdirSync(mails)
		.toSorted()
		.flatMap((name) => readFileSync(join(mails, name), "utf8").split(/^From .*\n/m))
		.filter((mail) => mail.startsWith(`To: ${email}\n`))
		.toReversed();
}
