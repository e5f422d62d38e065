import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { dataDir } from "#mixins/env";
import { mailsTo } from "#tests/support/mails";
import { removeData } from "#tests/support/mall";
import { Mailer } from "./mailer.ts";

afterAll(removeData);

const files = () => readdirSync(join(dataDir, "mails"));
const letter = (to: string, body: string) => ({ to, subject: "Hello", body });

it("keeps the latest mails in few files, whatever stands in them, and forgets those to one person", async () => {
	const mailer = new Mailer();
	await mailer.send(letter("anna@example.com", "Dear Anna,\nFrom here on\n>From there"), "Shop");
	await mailer.send(letter("ben@example.com", "To: anna@example.com\nis only a line"), "Shop");
	const [kept, ...others] = mailsTo(dataDir, "anna@example.com");
	expect(others).toEqual([]);
	expect(kept).toContain("Dear Anna,\n>From here on\n>>From there");

	mailer.forget("anna@example.com");
	expect(mailsTo(dataDir, "anna@example.com")).toEqual([]);
	expect(mailsTo(dataDir, "ben@example.com")).toHaveLength(1);

	for (let n = 0; n < 250; n++) await mailer.send(letter("cleo@example.com", `${n}`), "Shop");
	expect(files()).toHaveLength(2);
	const latest = mailsTo(dataDir, "cleo@example.com");
	expect(latest.length).toBeGreaterThanOrEqual(100);
	expect(latest[0]).toContain("\n\n249\n");
});
