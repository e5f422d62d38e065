// What a text must look like, in words: a regular expression says little to people.
import { Country } from "#contracts/settings";
import { id, key, moment, sku, timestamp, url } from "#contracts/schema";
import { Address } from "#contracts/users";
import { fieldWords, said } from "#domain/field-words";
import type { FieldWords } from "#domain/field-words";

const time = "2026-05-31T08:00:00.000Z";

const forms: [schema: object, FieldWords][] = [
	[
		Country,
		said(
			"must be a country's two capital letters, such as GB",
			"必须是两位大写的国家代码，例如 GB",
		),
	],
	[
		moment(),
		said(
			`must be a day such as 2026-05-31 or a time such as ${time}`,
			`必须是日期（例如 2026-05-31）或时间（例如 ${time}）`,
		),
	],
	[timestamp(), said(`must be a time such as ${time}`, `必须是时间，例如 ${time}`)],
	[sku(), said("must not hold blanks, /, ? or #", "不能包含空格、/、? 或 #")],
	[id(), said("must hold only letters, digits and _ . : -", "只能包含字母、数字和 _ . : -")],
	[
		key(),
		said(
			"must be small letters and digits, joined by - or _",
			"只能包含小写字母和数字，用 - 或 _ 连接",
		),
	],
	[
		url(),
		said(
			"must be a path of the mall or an http(s) address",
			"必须是商城内的路径或 http(s) 地址",
		),
	],
	[
		Address.properties.phone,
		said("must hold only digits, blanks and + ( ) . -", "只能包含数字、空格和 + ( ) . -"),
	],
];

const words = new Map<unknown, FieldWords>(
	forms.map(([schema, says]) => ["pattern" in schema && schema.pattern, says]),
);

/** What is said of a text that does not fit the pattern. */
export const formWords = (pattern: string): FieldWords =>
	words.get(pattern) ?? fieldWords.form(pattern);
