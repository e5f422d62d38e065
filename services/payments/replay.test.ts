// Whatever becomes of a provider's messages on their way (any order, again and again, lost, mixed
// with forged ones), the end is the same; and nobody's money is kept for an order that is no more.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orders } from "#contracts/orders";
import { payments } from "#contracts/payments";
import { newId } from "#mixins/clock";
import { customer, removeData, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	shopSettings,
	stockroom,
	storeOf,
} from "#tests/support/neighbours";
import { stripeStub } from "#tests/support/stripe-stub";
import type { StripeStub } from "#tests/support/stripe-stub";
import { recover } from "./due.ts";
import { actOnAll } from "./notices.ts";
import type { Message } from "./providers/provider.ts";
import { stripe } from "./providers/stripe.ts";
import { providers } from "./providers/table.ts";
import type { Db } from "./stored.ts";

const longAgo = "2026-01-01T00:00:00.000Z";
const stories = [
	"pays",
	"is refused, pays",
	"waits for the bank",
	"leaves",
	"wrong amount",
] as const;
type Story = (typeof stories)[number];

/** What comes of one message: how often it is heard, or 0 when it is lost, and when. */
const post = fc.record({
	copies: fc.integer({ min: 0, max: 3 }),
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	isForgedToo: fc.boolean(),
});
type Post = { copies: number; at: number; isForgedToo: boolean };
const postbag = fc.array(post, { minLength: 8, maxLength: 8 });

describe.each(["automatic", "manual"] as const)("messages of Stripe (%s capture)", (capture) => {
	let mall: TestMall;
	let stub: StripeStub;
	const stock = stockroom({ A: 1_000_000 });
	const item = aSaleItem({ sku: "A" });

	beforeAll(async () => {
		stub = await stripeStub(capture);
		providers.stripe = stripe(stub.access);
		mall = await start([
			"payments",
			"orders",
			"promotions",
			"carts",
			catalogue(item).service,
			stock.service,
			shopSettings().service,
			people(),
		]);
	});
	afterAll(async () => {
		await mall.stop();
		await stub.stop();
		removeData();
	});

	const db = () => storeOf<Db>(mall, "payments");
	const caller = () => ({ broker: mall.broker });

	async function begun() {
		const ada = customer(newId());
		const items = [{ sku: "A", quantity: 1 }];
		const asked = { items, address: anAddress, shippingMethod: "standard" };
		const { id } = await mall.call(orders.place, asked, ada);
		const { id: key } = await mall.call(payments.pay, { id, method: "stripe" }, ada);
		return { ada, id, key, payment: { key, reference: stub.intentOf({ key }).id } };
	}

	type Begun = Awaited<ReturnType<typeof begun>>;

	function happens({ payment }: Begun, story: Story) {
		if (story === "leaves") return;
		if (story === "is refused, pays") stub.buyer(payment, "is refused");
		if (story === "wrong amount") stub.change(payment.reference, { amount: 990 });
		const isSlow = story === "waits for the bank" && capture === "automatic";
		stub.buyer(payment, isSlow ? "waits for the bank" : "pays");
		if (isSlow) stub.bank(payment);
	}

	const send = (message: Message) =>
		mall.call(payments.notice, { provider: "stripe", ...message }).catch(() => {});

	/** Each message as often and as late as its post says. */
	async function deliver({ payment }: Begun, posts: Post[]) {
		const sent = stub.messages(payment).flatMap((message, index) => {
			const { copies, at, isForgedToo } = posts[index % posts.length]!;
			const forged = isForgedToo ? stub.forged(message) : [];
			return [...Array<Message>(copies).fill(message), ...forged].map((one, turn) => ({
				one,
				at: (at + turn * 0.37) % 1,
			}));
		});
		const order = sent.toSorted((a, b) => a.at - b.at);
		const half = Math.floor(order.length / 2);
		for (const { one } of order.slice(0, half)) await send(one);
		await Promise.all(order.slice(half).map(({ one }) => send(one)));
	}

	/** What was begun is acted upon, and what waits is looked after, until nothing is under way. */
	async function settled({ id, key }: Begun) {
		const isOpen = { "payment.key": key, dueAt: { $ne: null } };
		do {
			await db().notices.update(isOpen, { $set: { dueAt: longAgo } });
			await db().payments.update(
				{ orderId: id, dueAt: { $ne: null } },
				{ $set: { dueAt: longAgo } },
			);
			await actOnAll(caller(), db());
			await recover(caller(), db());
			// Why: whoever acts on a message that came before may still be giving money back.
		} while (await isUnderWay(key));
	}

	async function isUnderWay(key: string) {
		const { refunds } = (await db().payments.findById(key))!;
		return refunds.some(({ status }) => status === "pending");
	}

	async function end({ ada, id, key, payment }: Begun) {
		const order = await mall.call(orders.get, { id }, ada);
		const { status, refunded, refunds, amount } = (await db().payments.findById(key))!;
		return {
			order: order.status,
			captured: order.payment.captured,
			back: order.payment.refunded,
			payment: { status, refunded, amount, refunds: refunds.length },
			atStripe: { ...stub.account(payment), status: stub.intentOf(payment).status },
		};
	}

	it.each(stories)("lead to the same end when the buyer %s", async (story) => {
		const plain = await begun();
		happens(plain, story);
		for (const message of stub.messages(plain.payment)) await send(message);
		await settled(plain);
		const wanted = await end(plain);

		await fc.assert(
			fc.asyncProperty(postbag, async (posts) => {
				const one = await begun();
				happens(one, story);
				await deliver(one, posts);
				await settled(one);
				expect(await end(one)).toEqual(wanted);
			}),
			{ numRuns: 40, endOnFailure: true },
		);
	});

	it("never leave money with an order that was cancelled on the way", async () => {
		const moment = fc.constantFrom("before it", "while it comes", "after it");
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...stories), postbag, moment, async (...given) => {
				const [story, posts, when] = given;
				const one = await begun();
				const cancel = () =>
					mall.call(orders.cancel, { id: one.id }, one.ada).then(
						() => true,
						() => false,
					);
				if (when === "before it") await cancel();
				if (stub.intentOf(one).status !== "canceled") happens(one, story);
				const coming = deliver(one, posts);
				if (when === "while it comes") await cancel();
				await coming;
				if (when === "after it") await cancel();
				await expect.poll(() => ofOne(one)).toBe("settled");
			}),
			{ numRuns: 60, endOnFailure: true },
		);
	});

	/** An order that stands has its money and no more; one that is cancelled has none. */
	async function ofOne(one: Begun) {
		await settled(one);
		const { order, captured, back, payment, atStripe } = await end(one);
		const kept = atStripe.taken - atStripe.refunded;
		const isPaid = order === "paid";
		const agrees =
			kept === captured - back &&
			kept === (isPaid ? 1490 : 0) &&
			payment.refunded === atStripe.refunded;
		const isOver = isPaid || atStripe.status === "canceled" || atStripe.taken > 0;
		return agrees && isOver ? "settled" : JSON.stringify({ order, captured, back, atStripe });
	}
});
