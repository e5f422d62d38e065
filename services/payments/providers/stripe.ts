// Stripe: a PaymentIntent for each payment, which the buyer confirms in Stripe's form on our page.
// Nothing is believed of what a webhook says but that there is news; the news is asked for.
import type Stripe from "stripe";
import { NOT_FOUND, UNAVAILABLE } from "#contracts/errors";
import type { Settings } from "#contracts/settings";
import { env } from "#mixins/env";
import { fail, isError } from "#mixins/errors";
import type { AsynchronousProvider, Charge, Message, Named, Outcome, Started } from "./provider.ts";
import { noticeOf, outcomeOf, unitsOf } from "./stripe-reading.ts";

export interface StripeAccess {
	secretKey: string;
	publishableKey: string;
	webhookSecret: string;
	capture: "automatic" | "manual";
	/** Another address than Stripe's, for tests. */
	apiUrl: string;
	patienceMs: number;
}

export const stripe = (access: StripeAccess | null = fromEnvironment()): AsynchronousProvider =>
	new StripeProvider(access);

class StripeProvider implements AsynchronousProvider {
	readonly method = "stripe";
	readonly name = { en: "Card or wallet", zh: "银行卡或电子钱包" };
	readonly patienceMs: number;
	readonly thanks = "";
	readonly #access: StripeAccess | null;
	#client: Promise<Stripe> | undefined;

	constructor(access: StripeAccess | null) {
		this.#access = access;
		this.patienceMs = access?.patienceMs ?? patienceMs;
	}

	isOffered({ shop }: Settings) {
		return this.#access !== null && shop.minorUnits === unitsOf(shop.currency);
	}

	check() {}

	async start(charge: Charge): Promise<Started> {
		const { capture, publishableKey } = this.#open();
		const intents = await this.#intents();
		const intent = await asking(() => opened(intents, charge, capture));
		return intent ? startedOf(intent, publishableKey) : { status: "refused" };
	}

	async capture({ reference }: Named): Promise<Outcome> {
		if (reference === null) return { status: "refused" };
		const intents = await this.#intents();
		const taken = await asking(() => intents.capture(reference, withCharge));
		return outcomeOf(taken ?? (await look(intents, reference)));
	}

	async void({ reference }: Named): Promise<Outcome> {
		if (reference === null) return { status: "refused" };
		const intents = await this.#intents();
		const gone = await asking(() => intents.cancel(reference, withCharge));
		return outcomeOf(gone ?? (await look(intents, reference)));
	}

	async refund(giving: Giving) {
		const { refunds } = await this.#connected();
		return giveBack(refunds, giving);
	}

	async find({ reference }: Named): Promise<Outcome | null> {
		// Why: who has no reference of it has not told the buyer its secret either.
		return reference === null ? null : outcomeOf(await look(await this.#intents(), reference));
	}

	async hear({ body, headers }: Message) {
		const { webhookSecret } = this.#access ?? fail(NOT_FOUND);
		const { webhooks, errors } = (await import("stripe")).Stripe;
		try {
			const signature = headers["stripe-signature"] ?? "";
			const event = webhooks.constructEvent(body, signature, webhookSecret);
			return event.data.object.object === "refund"
				? await this.#ofRefund(event, event.data.object)
				: noticeOf(event);
		} catch (error) {
			if (error instanceof errors.StripeSignatureVerificationError) return "forged";
			if (isError(error, UNAVAILABLE)) throw error;
			return "of no concern";
		}
	}

	async *taken(since: Date) {
		const intents = await this.#intents();
		const created = { gte: Math.floor(since.getTime() / 1000) };
		const asked = { created, limit: 100, expand: ["data.latest_charge.refunds"] };
		const pages = intents.list(asked)[Symbol.asyncIterator]();
		for (;;) {
			const turn = (await asking(() => pages.next())) ?? fail(UNAVAILABLE);
			if (turn.done) return;
			const key = turn.value.metadata["payment"];
			const outcome = outcomeOf(turn.value);
			if (key && outcome.status === "captured") yield { ...outcome, key };
		}
	}

	/** A refund that was made at Stripe's desk, or by us once, does not name our payment. */
	async #ofRefund({ id, type }: Stripe.Event, refund: Stripe.Refund) {
		const { metadata, payment_intent: intent } = refund;
		const reference = typeof intent === "string" ? intent : (intent?.id ?? null);
		if (reference === null) return "of no concern";
		const key =
			metadata?.["payment"] ??
			(await look(await this.#intents(), reference)).metadata["payment"];
		return key ? { id, type, payment: { key, reference } } : "of no concern";
	}

	/** Connects at the first use: the library takes 20 MB that a mall without Stripe needs not. */
	#connected(): Promise<Stripe> {
		this.#client ??= connect(this.#open());
		return this.#client;
	}

	async #intents() {
		return (await this.#connected()).paymentIntents;
	}

	/** Its payments stay when the keys are taken away; nothing can be done with them then. */
	#open(): StripeAccess {
		return this.#access ?? fail(UNAVAILABLE);
	}
}

const patienceMs = 10_000;

function fromEnvironment(): StripeAccess | null {
	if (!env.STRIPE_SECRET_KEY) return null;
	return {
		secretKey: env.STRIPE_SECRET_KEY,
		publishableKey: env.STRIPE_PUBLISHABLE_KEY,
		webhookSecret: env.STRIPE_WEBHOOK_SECRET,
		capture: env.STRIPE_CAPTURE,
		apiUrl: env.STRIPE_API_URL,
		patienceMs,
	};
}

async function connect({ secretKey, apiUrl, patienceMs: timeout }: StripeAccess): Promise<Stripe> {
	const { Stripe } = await import("stripe");
	const options = { timeout, maxNetworkRetries: 1, telemetry: false };
	if (!apiUrl) return new Stripe(secretKey, options);
	const { protocol, hostname: host, port } = new URL(apiUrl);
	const isSecure = protocol === "https:";
	return new Stripe(secretKey, { ...options, host, port, protocol: isSecure ? "https" : "http" });
}

/** Null when Stripe says no; when it can't be reached, or is not well, nobody knows. */
async function asking<T>(work: () => Promise<T>): Promise<T | null> {
	const { errors } = (await import("stripe")).Stripe;
	try {
		return await work();
	} catch (error) {
		const isNo =
			error instanceof errors.StripeInvalidRequestError ||
			error instanceof errors.StripeCardError ||
			error instanceof errors.StripeIdempotencyError;
		if (isNo) return null;
		const isOut =
			error instanceof errors.StripeConnectionError ||
			error instanceof errors.StripeRateLimitError ||
			error instanceof errors.StripeAPIError;
		if (isOut) return fail(UNAVAILABLE);
		throw error;
	}
}

type Intents = Stripe["paymentIntents"];

/** A wallet's or card's intent; under the payment's id, so that two tries open one. */
function opened(intents: Intents, charge: Charge, capture: StripeAccess["capture"]) {
	const { key, orderId, amount, currency, reference } = charge;
	if (reference !== null) return intents.retrieve(reference, withCharge);
	return intents.create(
		{
			amount,
			currency: currency.toLowerCase(),
			capture_method: capture,
			automatic_payment_methods: { enabled: true },
			metadata: { payment: key, order: orderId },
		},
		{ idempotencyKey: key },
	);
}

const withCharge = { expand: ["latest_charge.refunds"] };

async function look(intents: Intents, reference: string) {
	const intent = await asking(() => intents.retrieve(reference, withCharge));
	return intent ?? fail(UNAVAILABLE);
}

function startedOf(intent: Stripe.PaymentIntent, publishableKey: string): Started {
	const outcome = outcomeOf(intent);
	if (outcome.status !== "waiting") return outcome;
	const clientSecret = intent.client_secret ?? fail(UNAVAILABLE);
	return { ...outcome, next: { kind: "form", clientSecret, publishableKey } };
}

type Giving = { key: string; payment: Charge; amount: number };

/** Stripe forgets its idempotency keys after a day, our refund's id in its metadata never. */
async function giveBack(refunds: Stripe["refunds"], { key, payment, amount }: Giving) {
	const intent = payment.reference ?? fail(UNAVAILABLE);
	const made = await asking(async (): Promise<"done"> => {
		for await (const { metadata } of refunds.list({ payment_intent: intent, limit: 100 }))
			if (metadata?.["refund"] === key) return "done";
		const asked = {
			payment_intent: intent,
			amount,
			metadata: { refund: key, payment: payment.key },
		};
		await refunds.create(asked, { idempotencyKey: key });
		return "done";
	});
	return made ?? "refused";
}
