import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { before, points, shifted, spanOf, startOf, startsOf, total } from "./intervals.ts";
import type { Span } from "./intervals.ts";

const here = { today: "2026-05-14", timeZone: "Asia/Shanghai" };
const span = (asked: Parameters<typeof spanOf>[0]) => {
	const found = spanOf(asked, here);
	if ("path" in found) throw new Error(found.message);
	return found;
};

describe("a span of days", () => {
	it("is the last thirty days unless said", () => {
		expect(spanOf({}, here)).toEqual({ from: "2026-04-15", to: "2026-05-14", interval: "day" });
	});

	it("takes moments as days of the shop", () => {
		const asked = { from: "2026-05-01T20:00:00Z", to: "2026-05-02" };

		expect(spanOf(asked, here)).toMatchObject({ from: "2026-05-02", to: "2026-05-02" });
	});

	it.each([
		[{ from: "2026-05-02", to: "2026-05-01" }, "from"],
		[{ from: "2026-04-31" }, "from"],
		[{ to: "2026-13-01" }, "to"],
		[{ to: "2026-05-01T25:00:00Z" }, "to"],
		[{ from: "2020-01-01" }, "from"],
		[{ from: "1980-01-01", interval: "month" as const }, "from"],
	])("is refused where it makes no sense: %o", (asked, path) => {
		expect(spanOf(asked, here)).toMatchObject({ path });
	});

	it("may be long in months", () => {
		expect(startsOf(span({ from: "2020-01-01", interval: "month" }))).toHaveLength(77);
	});

	it("has one of the same length before it", () => {
		expect(before(span({ from: "2026-03-01", to: "2026-03-07" }))).toMatchObject({
			from: "2026-02-22",
			to: "2026-02-28",
		});
	});
});

describe("intervals", () => {
	it("begin on Monday and on the first", () => {
		expect(startOf("2026-05-17", "week")).toBe("2026-05-11");
		expect(startOf("2026-05-11", "week")).toBe("2026-05-11");
		expect(startOf("2026-05-17", "month")).toBe("2026-05-01");
	});

	it("cover every day of their span once, in order", () => {
		const day = fc.integer({ min: 0, max: 20_000 }).map((days) => shifted("1990-01-01", days));
		const anySpan = fc.record({
			from: day,
			length: fc.integer({ min: 0, max: 500 }),
			interval: fc.constantFrom("day" as const, "week" as const, "month" as const),
		});
		fc.assert(
			fc.property(anySpan, ({ from, length, interval }) => {
				const whole: Span = { from, to: shifted(from, length), interval };
				const starts = startsOf(whole);
				const days = Array.from({ length: length + 1 }, (_, at) => shifted(from, at));

				expect(new Set(days.map((one) => startOf(one, interval)))).toEqual(new Set(starts));
				expect(starts).toEqual([...new Set(starts)].toSorted());
			}),
		);
	});
});

describe("figures", () => {
	const days = [
		{ day: "2026-04-30", figures: { orders: 9, revenue: 900 } },
		{ day: "2026-05-01", figures: { orders: 1, revenue: 100 } },
		{ day: "2026-05-03", figures: { orders: 2, revenue: 250 } },
	];
	const zero = { orders: 0, revenue: 0 };

	it("are added up by interval, with nothing where nothing happened", () => {
		const asked = span({ from: "2026-05-01", to: "2026-05-04", interval: "day" });

		expect(points(days, asked, zero).map(({ figures }) => figures.orders)).toEqual([
			1, 0, 2, 0,
		]);
	});

	it("leave out what lies outside the span, also in a week that begins before it", () => {
		const asked = span({ from: "2026-05-01", to: "2026-05-14", interval: "week" });

		expect(points(days, asked, zero)).toMatchObject([
			{ date: "2026-04-27", figures: { orders: 3, revenue: 350 } },
			{ date: "2026-05-04", figures: zero },
			{ date: "2026-05-11", figures: zero },
		]);
		expect(total(days, asked, zero)).toEqual({ orders: 3, revenue: 350 });
	});
});
