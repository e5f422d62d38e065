import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeAddress, maxAddresses, putAddress, removeAddress } from "./address-book.ts";
import type { Entry } from "./address-book.ts";

const an = (id: string, isDefault = false): Entry => ({ id, isDefault });
const marks = (book: unknown) =>
	Array.isArray(book) ? book.map(({ id, isDefault }: Entry) => (isDefault ? `${id}*` : id)) : [];

describe("an address book", () => {
	it("makes the first address the default", () => {
		expect(marks(putAddress([], an("a")))).toEqual(["a*"]);
	});

	it("moves the default to the address that asks for it, new or old", () => {
		const book = [an("a", true), an("b")];

		expect(marks(putAddress(book, an("c", true)))).toEqual(["a", "b", "c*"]);
		expect(marks(changeAddress(book, "b", { isDefault: true }))).toEqual(["a", "b*"]);
	});

	it("keeps the default when it is told not to be it", () => {
		expect(marks(changeAddress([an("a", true)], "a", { isDefault: false }))).toEqual(["a*"]);
	});

	it("makes the oldest one the default when the default goes", () => {
		const book = [an("a"), an("b"), an("c", true)];

		expect(marks(removeAddress(book, "c"))).toEqual(["a*", "b"]);
	});

	it("refuses what is not there, and one too many", () => {
		const full = Array.from({ length: maxAddresses }, (_, at) => an(`${at}`, at === 0));

		expect(changeAddress([], "x", {})).toEqual({ refused: "ADDRESS_NOT_FOUND", id: "x" });
		expect(removeAddress([], "x")).toEqual({ refused: "ADDRESS_NOT_FOUND", id: "x" });
		expect(putAddress(full, an("x"))).toMatchObject({ refused: "TOO_MANY_ADDRESSES" });
	});

	it("has exactly one default, whatever is done to it", () => {
		const step = fc.record({
			verb: fc.constantFrom("put", "change", "remove"),
			id: fc.integer({ min: 0, max: 9 }).map(String),
			isDefault: fc.boolean(),
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				let book: Entry[] = [];
				for (const [at, { verb, id, isDefault }] of steps.entries()) {
					const next = {
						put: () => putAddress(book, an(`n${at}`, isDefault)),
						change: () =>
							changeAddress(book, book[Number(id)]?.id ?? id, { isDefault }),
						remove: () => removeAddress(book, book[Number(id)]?.id ?? id),
					}[verb]?.();
					if (Array.isArray(next)) book = next;
					expect(book.filter((one) => one.isDefault)).toHaveLength(book.length && 1);
				}
			}),
		);
	});
});
