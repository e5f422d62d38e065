import { describe, expect, it } from "vitest";
import {
	boolean,
	email,
	int,
	key,
	list,
	nullable,
	object,
	oneOf,
	optional,
	string,
	text,
} from "#contracts/schema";
import { fieldErrors } from "./validator.ts";

const Order = object({
	name: text(5),
	code: optional(string({ min: 3, max: 4 })),
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

	it("says which form is asked for", () => {
		const [error] = check({ slug: "Not A Key" });

		expect(error?.message).toContain("[a-z0-9]+");
		expect(error?.zh).toContain("格式不正确");
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
