import { describe, expect, it } from "vitest";
import {
	boolean,
	email,
	int,
	key,
	list,
	moment,
	nullable,
	object,
	oneOf,
	optional,
	string,
	text,
} from "#contracts/schema";
import { Country } from "#contracts/settings";
import { fieldErrors } from "./validator.ts";

const Order = object({
	name: text(5),
	code: optional(string({ min: 3, max: 4, pattern: "^[a-z]+$" })),
	country: optional(Country),
	day: optional(moment()),
	count: optional(int({ min: 1, max: 9 })),
	mail: optional(email()),
	kind: optional(oneOf("cash", "card")),
	gift: optional(boolean()),
	slug: optional(key()),
	points: optional(nullable(int())),
	lines: optional(list(object({ sku: string({ min: 1 }) }), { min: 1, max: 2 })),
	tags: optional(list(string(), { max: 5, unique: true })),
});
const check = (order: object) => fieldErrors(Order, { name: "x", ...order });

describe("a wrong field", () => {
	it.each([
		[{ lines: [{ sku: "a" }, {}] }, "lines.1.sku", "is required", "必填"],
		[{ name: "" }, "name", "must not be empty", "不能为空"],
		[{ name: "  " }, "name", "must not be empty", "不能为空"],
		[{ name: "too long" }, "name", "must have at most 5 characters", "不能超过 5 个字符"],
		[{ code: "ab" }, "code", "must have at least 3 characters", "至少需要 3 个字符"],
		[{ count: 0 }, "count", "must be at least 1", "不能小于 1"],
		[{ count: 10 }, "count", "must be at most 9", "不能大于 9"],
		[{ count: 1.5 }, "count", "must be a whole number", "必须是整数"],
		[{ count: "many" }, "count", "must be a whole number", "必须是整数"],
		[{ mail: "nobody" }, "mail", "must be an e-mail address", "不是有效的电子邮箱地址"],
		[{ kind: "gold" }, "kind", "must be one of cash, card", "必须是以下之一：cash、card"],
		[{ gift: "yes" }, "gift", "must be true or false", "必须是 true 或 false"],
		[{ points: "all" }, "points", "must be a whole number", "必须是整数"],
		[
			{ country: "gb" },
			"country",
			"must be a country's two capital letters, such as GB",
			"必须是两位大写的国家代码，例如 GB",
		],
		[
			{ day: "31/5" },
			"day",
			"must be a day such as 2026-05-31 or a time such as 2026-05-31T08:00:00.000Z",
			"必须是日期（例如 2026-05-31）或时间（例如 2026-05-31T08:00:00.000Z）",
		],
		[
			{ slug: "Not A Key" },
			"slug",
			"must be small letters and digits, joined by - or _",
			"只能包含小写字母和数字，用 - 或 _ 连接",
		],
		[{ lines: [] }, "lines", "must have at least one entry", "至少需要 1 项"],
		[
			{ lines: [{ sku: "a", price: 1 }] },
			"lines.0.price",
			"is not known here",
			"此处没有这个字段",
		],
		[{ tags: ["a", "a"] }, "tags", "must not hold the same thing twice", "不能有重复的内容"],
		[{ price: 1 }, "price", "is not known here", "此处没有这个字段"],
	])("of %j is named, with its sentence in both languages", (order, path, message, zh) => {
		expect(check(order)).toEqual([{ path, message, zh }]);
	});

	it("says which form is asked for, in words where there are some", () => {
		expect(check({ code: "a b" })).toEqual([
			{
				path: "code",
				message: "is not in the form ^[a-z]+$",
				zh: "格式不正确，应为 ^[a-z]+$",
			},
		]);
	});

	it("is named also when there are many", () => {
		const wrong = {
			code: 1,
			count: 0,
			mail: 1,
			kind: 1,
			gift: 1,
			slug: 1,
			points: "x",
			lines: 1,
		};
		const extra = { a: 1, b: 2, c: 3 };

		const paths = fieldErrors(Order, { ...wrong, ...extra }).map(({ path }) => path);

		expect(paths.toSorted()).toEqual(
			["name", ...Object.keys(wrong), ...Object.keys(extra)].toSorted(),
		);
	});
});
