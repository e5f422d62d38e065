import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { IndexSpec } from "#mixins/adapters/adapter";
import { newId, now } from "#mixins/clock";
import { Died, Life, MortalStore } from "#tests/support/mortal-store";
import type { Death } from "#tests/support/mortal-store";
import { anAddress, shopSettings } from "#tests/support/neighbours";
import { unpaid } from "../new-order.ts";
import { collections } from "../stored.ts";
import type { Counter, StoredInvoice, StoredOrder } from "../stored.ts";
import { creditNotesOf, invoiceOf } from "./billing.ts";
import { finishGiven } from "./numbering.ts";
import type { Office } from "./numbering.ts";

const item = {
	sku: "A",
	productId: "p",
	name: "Thing",
	image: null,
	options: {},
	unitPrice: 1190,
	quantity: 1,
	discount: 0,
	total: 1190,
	tax: 190,
	taxRate: 1900,
};
const totals = {
	goods: 1190,
	promotion: 0,
	coupon: 0,
	points: 0,
	shipping: 0,
	tax: 190,
	taxIncluded: true,
	total: 1190,
};

/** A paid order of which these amounts were given back. */
function anOrder(refunds: number[] = []): StoredOrder {
	const id = newId();
	const at = now();
	const back = refunds.map((amount, index) => ({ id: `refund-${index}`, amount }));
	return {
		id,
		version: 1,
		number: id,
		status: "paid",
		items: [item],
		totals,
		taxes: [{ rate: 1900, net: 1000, tax: 190 }],
		address: anAddress,
		shippingMethod: "standard",
		payment: { ...unpaid, status: "captured", captured: 1190, refunds: back },
		shipments: [],
		timeline: [],
		note: "",
		expiresAt: null,
		createdAt: at,
		userId: null,
		email: "ada@example.com",
		buyerName: "Ada",
		tokens: [],
		terms: [],
		couponId: null,
		claimId: null,
		cartId: null,
		effects: [],
		shippedAt: null,
	};
}

describe("numbers of invoices", () => {
	let store: MortalStore;
	let seen: Awaited<ReturnType<MortalStore["open"]>>;
	const { current } = shopSettings();

	beforeAll(async () => {
		store = new MortalStore();
		const names = ["counters", "invoices", "orders"] as const;
		const specs = names.map((name): [string, IndexSpec[]] => [name, collections[name].indexes]);
		seen = await store.open(Object.fromEntries(specs));
	});
	afterEach(async () => {
		vi.useRealTimers();
		const life = new Life();
		for (const name of ["counters", "invoices", "orders"]) await seen(name, life).remove({});
	});
	afterAll(() => store.close());

	/** A process that dies there, or lives on. */
	function officeIn(death?: Death, timeZone = "UTC"): Office {
		const life = new Life();
		life.endsAt(death);
		return {
			db: {
				counters: seen<Counter>("counters", life),
				invoices: seen<StoredInvoice>("invoices", life),
				orders: seen<StoredOrder>("orders", life),
			},
			settings: async () => ({ ...current, shop: { ...current.shop, timeZone } }),
		};
	}
	const put = async (orders: StoredOrder[]) => {
		await officeIn().db.orders.insertMany(orders);
		return orders;
	};
	const documents = () => officeIn().db.invoices.find({ sort: ["number"], limit: 1000 });
	const numbers = async (kind: StoredInvoice["kind"] = "invoice") =>
		(await documents()).filter((one) => one.kind === kind).map(({ number }) => number);
	const year = new Date().getUTCFullYear();
	const expected = (count: number, letters = "INV") =>
		Array.from(
			{ length: count },
			(_, at) => `${letters}-${year}-${String(at + 1).padStart(6, "0")}`,
		);
	const survive = (outcomes: PromiseSettledResult<unknown>[]) => {
		for (const outcome of outcomes)
			if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Died);
	};

	it("are one for an order, however many ask at once in however many processes", async () => {
		const orders = await put(Array.from({ length: 12 }, () => anOrder()));
		const offices = [officeIn(), officeIn(), officeIn()];

		const asked = await Promise.all(
			offices.flatMap((office) =>
				[...orders, ...orders].map((one) => invoiceOf(office, one)),
			),
		);

		expect(await numbers()).toEqual(expected(12));
		expect(new Set(asked.map(({ orderId, number }) => `${orderId} ${number}`)).size).toBe(12);
	});

	it.each([1, 2, 3].flatMap((write) => [false, true].map((isAfter) => ({ write, isAfter }))))(
		"leave no gap when the process dies at %o",
		async (death) => {
			const [first, second, third] = await put([anOrder(), anOrder(), anOrder()]);
			await invoiceOf(officeIn(), first!);

			const attempt = invoiceOf(officeIn(death), second!);
			await expect(attempt).rejects.toBeInstanceOf(Died);
			await invoiceOf(officeIn(), third!);
			await invoiceOf(officeIn(), second!);

			expect(await numbers()).toEqual(expected(3));
			const found = await officeIn().db.orders.find({ limit: 10 });
			expect(new Set(found.map(({ invoiceNumber }) => invoiceNumber))).toEqual(
				new Set(expected(3)),
			);
		},
	);

	it("are finished by the loop when nobody comes any more", async () => {
		const [order] = await put([anOrder()]);
		const death = { write: 2, isAfter: true };
		await expect(invoiceOf(officeIn(death), order!)).rejects.toBeInstanceOf(Died);

		await finishGiven(officeIn());

		expect(await numbers()).toEqual(expected(1));
	});

	it("go on from a counter that an earlier mall has left", async () => {
		const [first, second] = await put([anOrder(), anOrder()]);
		await invoiceOf(officeIn(), first!);
		const { counters, invoices } = officeIn().db;
		const { given } = (await counters.findById("invoice"))!;
		await counters.update({ id: "invoice" }, { $set: { given: given[0] } });
		await invoices.remove({});

		await finishGiven(officeIn());
		await invoiceOf(officeIn(), second!);

		expect(await numbers()).toEqual(expected(2));
	});

	it("hold under random deaths of processes that work at the same time", async () => {
		const death = fc.record({ write: fc.integer({ min: 1, max: 30 }), isAfter: fc.boolean() });
		const lives = fc.array(fc.array(death, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(lives, async (generations) => {
				const orders = await put([anOrder(), anOrder([400, 790]), anOrder([1190])]);
				for (const deaths of generations) {
					const offices = deaths.map((one) => officeIn(one));
					const asked = offices.flatMap((office) =>
						orders.map((order) => creditNotesOf(office, order)),
					);
					survive(await Promise.allSettled(asked));
				}

				await Promise.all(orders.map((order) => invoiceOf(officeIn(), order)));
				await Promise.all(orders.map((order) => creditNotesOf(officeIn(), order)));

				const all = await documents();
				expect(await numbers()).toEqual(expected(3));
				expect(await numbers("credit-note")).toEqual(expected(3, "CN"));
				expect(new Set(all.map(({ id }) => id)).size).toBe(6);
				const life = new Life();
				for (const name of ["counters", "invoices", "orders"])
					await seen(name, life).remove({});
			}),
			{ numRuns: 40 },
		);
	}, 60_000);

	it("begin anew with the year of the shop, and never have an earlier date", async () => {
		const orders = await put([anOrder(), anOrder(), anOrder(), anOrder()]);
		const moments = [
			"2026-12-31T15:59:59.000Z",
			"2026-12-31T16:00:01.000Z",
			"2026-12-31T15:59:59.500Z",
			"2027-05-01T00:00:00.000Z",
		];
		const made: StoredInvoice[] = [];
		for (const [index, moment] of moments.entries()) {
			vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
			const office = officeIn(undefined, "Asia/Shanghai");
			made.push(await invoiceOf(office, orders[index]!));
		}

		expect(made.map(({ number, at }) => [number, at])).toEqual([
			["INV-2026-000001", moments[0]],
			["INV-2027-000001", moments[1]],
			["INV-2027-000002", moments[1]],
			["INV-2027-000003", moments[3]],
		]);
	});

	it("stay with what was sold when order and shop change afterwards", async () => {
		const [order] = await put([anOrder([400])]);
		const before = await invoiceOf(officeIn(), order!);

		const moved = { ...anAddress, city: "Leeds" };
		await officeIn().db.orders.update({ id: order!.id }, { $set: { address: moved } });
		const [note] = await creditNotesOf(officeIn(), order!);
		const after = await invoiceOf(officeIn(), order!);

		expect(after).toEqual(before);
		expect(before).toMatchObject({
			amount: 1190,
			taxes: [{ rate: 1900, net: 1000, tax: 190 }],
			seller: { name: "Test Ltd" },
			address: { city: "London" },
			corrects: null,
		});
		expect(note).toMatchObject({
			kind: "credit-note",
			amount: 400,
			taxes: [{ rate: 1900, net: 336, tax: 64 }],
			corrects: before.number,
		});
	});
});
