// What payments rely on in a way to pay, as tests: each provider runs the same ones.
import { describe, expect, it } from "vitest";
import { newId } from "#mixins/clock";
import { isAsynchronous } from "../../services/payments/providers/provider.ts";
import type {
	AsynchronousProvider,
	Card,
	Charge,
	DirectProvider,
	Message,
	Named,
	Provider,
} from "../../services/payments/providers/provider.ts";

/** What happens at an asynchronous provider's, out of our sight. */
export interface Outside {
	/** The buyer does what the page asks for. */
	buyer(payment: Named, does: "pays" | "is refused" | "waits for the bank"): void;
	/** What the bank then says. */
	bank(payment: Named): void;
	/** What is there, and what of it was given back. */
	account(payment: Named): { taken: number; refunded: number };
	/** All messages about the payment so far, signed. */
	messages(payment: Named): Message[];
	/** The same as somebody else would send it. */
	forged(message: Message): Message[];
	/** Answers no more, or with its own failures; then it is well again. */
	trouble(kind: "hangs up" | "fails" | "none"): void;
}

export interface Given {
	name: string;
	provider(): Provider;
	/** One that pays, and one that is refused; none where no card is asked for. */
	cards?: { good: Card; refused: Card; unknown: Card };
	outside?(): Outside;
}

const charge = (card?: Card): Charge => ({
	key: newId(),
	orderId: newId(),
	reference: null,
	amount: 1234,
	currency: "USD",
	...(card && { card }),
});

export function providerContract(given: Given) {
	describe(`${given.name} as a way to pay`, () => {
		if (given.outside) asynchronous(given, given.outside);
		else direct(given);
	});
}

function direct({ provider: current, cards }: Given) {
	const provider = () => {
		const one = current();
		if (isAsynchronous(one)) throw new Error("needs to say what happens outside");
		return one satisfies DirectProvider;
	};

	it("gives the same answer when it is asked again under the same key", async () => {
		const asked = charge(cards?.good);

		const [first, second] = [
			await provider().authorise(asked),
			await provider().authorise(asked),
		];

		expect(second).toEqual(first);
		expect(await provider().find(asked)).toEqual(first);
	});

	it("captures, refunds and lets go as often as it is told", async () => {
		const asked = charge(cards?.good);
		const answer = await provider().authorise(asked);
		const payment = { ...asked, reference: "reference" in answer ? answer.reference : null };

		const taken = await provider().capture(payment);
		expect(taken).toMatchObject({ status: "captured", amount: asked.amount });
		expect(await provider().capture(payment)).toEqual(taken);
		await provider().refund({ key: "refund", payment, amount: 1 });
		await provider().refund({ key: "refund", payment, amount: 1 });
		const other = charge(cards?.good);
		await provider().authorise(other);
		for (let time = 0; time < 2; time++)
			expect(await provider().void(other)).toEqual({ status: "refused" });
	});

	it("refunds what an earlier process has captured", async () => {
		const payment = { ...charge(), reference: "of-long-ago" };

		await provider().refund({ key: newId(), payment, amount: 5 });
	});

	if (!cards) return;

	it("tells good cards from refused ones and from those that don't exist", async () => {
		provider().check(cards.good);
		provider().check(cards.refused);

		expect((await provider().authorise(charge(cards.good))).status).toBe("authorised");
		expect((await provider().authorise(charge(cards.refused))).status).toBe("refused");
		expect(() => provider().check(cards.unknown)).toThrow();
		expect(() => provider().check()).toThrow();
	});

	it("knows nothing of a charge that never came, and does not pay one that was let go", async () => {
		const asked = charge(cards.good);

		expect(await provider().find(asked)).toBeNull();
		await provider().void(asked);
		expect((await provider().authorise(asked)).status).not.toBe("authorised");
	});
}

function asynchronous({ provider: current }: Given, outside: () => Outside) {
	const provider = () => {
		const one = current();
		if (!isAsynchronous(one)) throw new Error("answers at once: nothing happens outside");
		return one satisfies AsynchronousProvider;
	};

	/** A payment that was opened there and waits for its buyer. */
	async function opened() {
		const asked = charge();
		const started = await provider().start(asked);
		if (started.status !== "waiting") throw new Error(`is ${started.status}`);
		const { next, reference } = started;
		return { next, payment: { ...asked, reference } };
	}

	/** One that was paid, and captured if it was only promised. */
	async function paid() {
		const { payment } = await opened();
		outside().buyer(payment, "pays");
		const found = await provider().find(payment);
		if (found?.status === "authorised") await provider().capture(payment);
		return payment;
	}

	it("opens one payment under a key, however often it is told", async () => {
		const asked = charge();

		const [one, other] = await Promise.all([provider().start(asked), provider().start(asked)]);
		const later = await provider().start({
			...asked,
			reference: "reference" in one ? one.reference : null,
		});

		expect(one).toMatchObject({ status: "waiting", next: { kind: expect.any(String) } });
		expect(other).toEqual(one);
		expect(later).toEqual(one);
	});

	it("finds nothing of a payment that never came", async () => {
		expect(await provider().find({ key: newId(), reference: null })).toBeNull();
		expect(await provider().void({ key: newId(), reference: null })).toEqual({
			status: "refused",
		});
	});

	it("waits for the buyer, also after a refused card", async () => {
		const { payment } = await opened();
		expect((await provider().find(payment))?.status).toBe("waiting");

		outside().buyer(payment, "is refused");

		expect((await provider().find(payment))?.status).toBe("waiting");
		outside().buyer(payment, "pays");
		expect(["authorised", "captured"]).toContain((await provider().find(payment))?.status);
	});

	it("says what was really taken, once, however often it is captured", async () => {
		const payment = await paid();

		const again = await provider().capture(payment);

		const { amount, reference } = payment;
		expect(again).toEqual({ status: "captured", reference, amount, refunded: 0 });
		expect(await provider().find(payment)).toEqual(again);
		expect(outside().account(payment).taken).toBe(amount);
	});

	it("lets no buyer pay what it was told to let go", async () => {
		const { payment } = await opened();

		for (let time = 0; time < 2; time++)
			expect(await provider().void(payment)).toEqual({ status: "refused" });

		expect(() => outside().buyer(payment, "pays")).toThrow();
		expect(await provider().find(payment)).toEqual({ status: "refused" });
		expect((await provider().start(payment)).status).toBe("refused");
	});

	it("says so when it is too late to let go", async () => {
		const payment = await paid();
		const { payment: slow } = await opened();
		outside().buyer(slow, "waits for the bank");

		expect((await provider().void(payment)).status).toBe("captured");
		expect((await provider().void(slow)).status).toBe("waiting");
		outside().bank(slow);
		expect((await provider().find(slow))?.status).toBe("captured");
	});

	it("gives parts back, each once, and never more than was taken", async () => {
		const payment = await paid();

		for (let time = 0; time < 2; time++)
			for (const [key, amount] of [["a", 1000] as const, ["b", 34] as const])
				expect(await provider().refund({ key: payment.key + key, payment, amount })).toBe(
					"done",
				);

		expect(outside().account(payment).refunded).toBe(1034);
		expect(await provider().find(payment)).toMatchObject({ amount: 1234, refunded: 1034 });
		const more = provider().refund({ key: newId(), payment, amount: 201 });
		expect(await more).toBe("refused");
		expect(outside().account(payment).refunded).toBe(1034);
	});

	it("hears what its provider says, and of which payment", async () => {
		const { payment } = await opened();
		outside().buyer(payment, "is refused");
		outside().buyer(payment, "pays");
		const messages = outside().messages(payment);

		const heard = await Promise.all(messages.map((message) => provider().hear(message)));
		const again = await Promise.all(messages.map((message) => provider().hear(message)));

		const notices = heard.filter((one) => typeof one === "object");
		expect(notices.length).toBeGreaterThan(0);
		for (const notice of notices)
			expect(notice.payment).toEqual({ key: payment.key, reference: payment.reference });
		expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
		expect(again).toEqual(heard);
	});

	it("hears nobody else", async () => {
		const { payment } = await opened();
		outside().buyer(payment, "pays");
		const message = outside().messages(payment).at(-1)!;

		const forged = outside().forged(message);
		const heard = await Promise.all(forged.map((one) => provider().hear(one)));

		expect(forged.length).toBeGreaterThan(2);
		expect(heard).toEqual(forged.map(() => "forged"));
		expect(await provider().hear({ body: "", headers: {} })).toBe("forged");
	});

	it("lists what was taken", async () => {
		const began = new Date(Date.now() - 60_000);
		const payments = [await paid(), await paid()];
		const { payment: open } = await opened();
		await provider().refund({ key: newId(), payment: payments[1]!, amount: 200 });

		const all = await listed(provider().taken(began));

		for (const [index, { key, reference, amount }] of payments.entries()) {
			const there = { key, reference, amount, refunded: index * 200 };
			expect(all).toContainEqual(expect.objectContaining(there));
		}
		expect(all.map(({ key }) => key)).not.toContain(open.key);
	});

	it.each(["hangs up", "fails"] as const)("says that nobody knows when it %s", async (kind) => {
		const payment = await paid();
		const { payment: open } = await opened();
		outside().trouble(kind);

		const tries = [
			provider().start(charge()),
			provider().capture(payment),
			provider().void(open),
			provider().find(payment),
			provider().refund({ key: newId(), payment, amount: 1 }),
			listed(provider().taken(new Date())),
		];
		const answers = await Promise.allSettled(tries);
		outside().trouble("none");

		for (const answer of answers)
			expect(answer).toMatchObject({ status: "rejected", reason: { type: "UNAVAILABLE" } });
		expect((await provider().find(open))?.status).toBe("waiting");
		expect(outside().account(payment)).toEqual({ taken: 1234, refunded: 0 });
	});
}

async function listed<T>(all: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const one of all) found.push(one);
	return found;
}
