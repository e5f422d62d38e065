// Stripe's HTTP interface as far as the mall uses it, strict as the true one: unknown parameters,
// wrong states and wrong keys are refused, an idempotency key gives its first answer again.
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import type { StripeAccess } from "../../services/payments/providers/stripe.ts";
import type { Message, Named } from "../../services/payments/providers/provider.ts";
import type { Outside } from "./payment-provider-contract.ts";
import { metadataOf, no, paged, send } from "./stripe-replies.ts";
import type { Params, Reply } from "./stripe-replies.ts";

export interface Intent {
	id: string;
	object: "payment_intent";
	amount: number;
	amount_received: number;
	currency: string;
	status: string;
	capture_method: string;
	client_secret: string;
	created: number;
	metadata: Record<string, string>;
	latest_charge: string | null;
}

interface Refund {
	id: string;
	object: "refund";
	payment_intent: string;
	amount: number;
	status: "succeeded" | "failed";
	metadata: Record<string, string>;
}

type Trouble = "hangs" | "swallows its answer" | "hangs up" | "fails" | "none";

export interface StripeStub extends Omit<Outside, "trouble"> {
	access: StripeAccess;
	intents: Map<string, Intent>;
	/** `METHOD /path` of every request so far. */
	requests: string[];
	trouble(kind: Trouble): void;
	/** The intent of a payment of ours. */
	intentOf(payment: { key: string }): Intent;
	/** Staff give money back at Stripe's own desk. */
	refundAtDesk(payment: { key: string }, amount: number): void;
	/** The buyer's bank sends the last refund of it back: that it has failed is told twice. */
	failRefund(payment: { key: string }): void;
	/** Somebody changes it by hand. */
	change(id: string, changes: Partial<Intent>): void;
	stop(): Promise<void>;
}

const webhookSecret = "whsec_of_the_stub";
const secretKey = "sk_test_of_the_stub";

export async function stripeStub(
	capture: StripeAccess["capture"] = "automatic",
): Promise<StripeStub> {
	const intents = new Map<string, Intent>();
	const refunds: Refund[] = [];
	const answers = new Map<string, { params: string; reply: Reply }>();
	const sent = new Map<string, Message[]>();
	const requests: string[] = [];
	let trouble: Trouble = "none";
	let made = 0;
	const newId = (prefix: string) => `${prefix}_${process.pid}x${++made}`;

	const refundedOf = (id: string) =>
		refunds
			.filter((one) => one.payment_intent === id && one.status !== "failed")
			.reduce((sum, { amount }) => sum + amount, 0);
	const chargeOf = (intent: Intent) => ({
		id: intent.latest_charge,
		object: "charge",
		payment_intent: intent.id,
		amount: intent.amount,
		amount_refunded: refundedOf(intent.id),
		refunds: {
			object: "list",
			data: refunds.filter((one) => one.payment_intent === intent.id).toReversed(),
			has_more: false,
		},
		metadata: intent.metadata,
	});
	const say = (id: string, type: string, object: unknown) => {
		const event = { id: newId("evt"), object: "event", type, created: 1, data: { object } };
		const body = JSON.stringify(event);
		sent.set(id, [...(sent.get(id) ?? []), signed(body)]);
	};
	const to = (intent: Intent, changes: Partial<Intent>, type: string) => {
		Object.assign(intent, changes);
		say(intent.id, `payment_intent.${type}`, { ...intent });
		return { status: 200, body: { ...intent } };
	};
	const capturing = (intent: Intent) =>
		to(intent, { status: "succeeded", amount_received: intent.amount }, "succeeded");

	function answer(method: string, path: string, params: Params): Reply {
		const [, , thing, id = "", verb = ""] = path.split("/");
		const intent = intents.get(id);
		if (thing === "refunds" && !id)
			return method === "GET" ? listRefunds(params) : giveBack(params);
		if (thing !== "payment_intents") return no(404, "no such path");
		if (!id) return method === "GET" ? listIntents(params) : create(params);
		if (!intent) return no(404, "resource_missing");
		if (params["expand[0]"] === "latest_charge.refunds") {
			const reply =
				method === "GET" ? { status: 200, body: { ...intent } } : act(verb, intent);
			const charge = intent.latest_charge && chargeOf(intent);
			if (reply.status === 200)
				Object.assign(reply.body as object, { latest_charge: charge });
			return reply;
		}
		return method === "GET" ? { status: 200, body: { ...intent } } : act(verb, intent);
	}

	function act(verb: string, intent: Intent): Reply {
		const open = ["requires_payment_method", "requires_action", "requires_capture"];
		if (verb === "cancel" && open.includes(intent.status))
			return to(intent, { status: "canceled" }, "canceled");
		if (verb === "capture" && intent.status === "requires_capture") return capturing(intent);
		return no(400, "payment_intent_unexpected_state");
	}

	function create(params: Params): Reply {
		const known =
			/^(amount|currency|capture_method|automatic_payment_methods\[enabled\]|metadata\[\w+\])$/;
		const unknown = Object.keys(params).find((name) => !known.test(name));
		if (unknown) return no(400, "parameter_unknown");
		const amount = Number(params["amount"]);
		if (!Number.isSafeInteger(amount) || amount < 50) return no(400, "amount_too_small");
		const id = newId("pi");
		const intent: Intent = {
			id,
			object: "payment_intent",
			amount,
			amount_received: 0,
			currency: params["currency"] ?? "",
			status: "requires_payment_method",
			capture_method: params["capture_method"] ?? "automatic",
			client_secret: `${id}_secret_x`,
			created: Math.floor(Date.now() / 1000),
			metadata: metadataOf(params),
			latest_charge: null,
		};
		intents.set(id, intent);
		return to(intent, {}, "created");
	}

	function giveBack(params: Params): Reply {
		const intent = intents.get(params["payment_intent"] ?? "");
		const amount = Number(params["amount"]);
		if (!intent || intent.status !== "succeeded") return no(400, "charge_not_captured");
		const left = intent.amount_received - refundedOf(intent.id);
		if (!(amount > 0) || amount > left) return no(400, "charge_already_refunded");
		const refund: Refund = {
			id: newId("re"),
			object: "refund",
			payment_intent: intent.id,
			amount,
			status: "succeeded",
			metadata: metadataOf(params),
		};
		refunds.push(refund);
		say(intent.id, "charge.refunded", chargeOf(intent));
		return { status: 200, body: refund };
	}

	const listRefunds = (params: Params): Reply => {
		const of = refunds.filter((one) => one.payment_intent === params["payment_intent"]);
		return paged(of.toReversed(), params);
	};

	const listIntents = (params: Params): Reply => {
		const from = Number(params["created[gte]"] ?? 0);
		const of = [...intents.values()].filter(({ created }) => created >= from);
		const isFull = params["expand[0]"] === "data.latest_charge.refunds";
		const shown = of.map((intent) => ({
			...intent,
			...(isFull && intent.latest_charge && { latest_charge: chargeOf(intent) }),
		}));
		return paged(shown.toReversed(), params);
	};

	async function receive(req: IncomingMessage, res: ServerResponse) {
		const url = new URL(req.url ?? "/", "http://stub");
		requests.push(`${req.method} ${url.pathname}`);
		const text = (await req.toArray()).join("");
		if (trouble === "hangs") return;
		if (trouble === "hangs up") {
			req.socket.destroy();
			return;
		}
		const params = Object.fromEntries(
			new URLSearchParams(req.method === "GET" ? url.search : text),
		);
		const key = String(req.headers["idempotency-key"] ?? "");
		const reply =
			trouble === "fails" ? no(500, "api_error") : once(req, url.pathname, key, params);
		if (trouble !== "swallows its answer") send(res, reply);
	}

	function once(req: IncomingMessage, path: string, key: string, params: Params): Reply {
		if (req.headers.authorization !== `Bearer ${secretKey}`) return no(401, "wrong key");
		const method = req.method ?? "GET";
		const before = method === "POST" && key ? answers.get(key) : undefined;
		const asked = JSON.stringify([path, params]);
		if (before && before.params !== asked) return no(400, "idempotency_key_in_use");
		if (before) return before.reply;
		const reply = answer(method, path, params);
		if (method === "POST" && key) answers.set(key, { params: asked, reply });
		return reply;
	}

	const server = createServer((req, res) => void receive(req, res)).listen(0, "127.0.0.1");
	await new Promise((done) => server.once("listening", done));
	const { port } = server.address() as AddressInfo;

	const intentOf = ({ key }: { key: string }) => {
		const found = [...intents.values()].find(({ metadata }) => metadata["payment"] === key);
		if (!found) throw new Error(`Stripe has no intent of ${key}`);
		return found;
	};

	return {
		access: {
			secretKey,
			publishableKey: "pk_test_of_the_stub",
			webhookSecret,
			capture,
			apiUrl: `http://127.0.0.1:${port}`,
			patienceMs: 10_000,
		},
		intents,
		requests,
		intentOf,
		refundAtDesk(payment, amount) {
			giveBack({ payment_intent: intentOf(payment).id, amount: String(amount) });
		},
		failRefund(payment) {
			const { id } = intentOf(payment);
			const refund = refunds.findLast((one) => one.payment_intent === id);
			if (!refund) throw new Error(`Stripe has no refund of ${id}`);
			refund.status = "failed";
			say(id, "refund.failed", refund);
			say(id, "charge.refund.updated", refund);
		},
		change: (id, changes) => void Object.assign(intents.get(id) ?? {}, changes),
		trouble: (kind) => void (trouble = kind),
		buyer(payment, does) {
			const intent = intentOf(payment);
			if (intent.status !== "requires_payment_method") throw new Error(`is ${intent.status}`);
			if (does === "is refused") {
				to(intent, {}, "payment_failed");
				return;
			}
			intent.latest_charge = newId("ch");
			if (does === "waits for the bank") to(intent, { status: "processing" }, "processing");
			else if (intent.capture_method === "automatic") capturing(intent);
			else to(intent, { status: "requires_capture" }, "amount_capturable_updated");
		},
		bank: (payment) => void capturing(intentOf(payment)),
		account(payment) {
			const intent = intentOf(payment);
			return { taken: intent.amount_received, refunded: refundedOf(intent.id) };
		},
		messages: ({ reference }: Named) => sent.get(reference ?? "") ?? [],
		forged: ({ body, headers }) => [
			{ body, headers: {} },
			{ body, headers: { "stripe-signature": "t=1,v1=00" } },
			{ body: body.replace(/"amount":\d+/, '"amount":1'), headers },
			signed(body, "whsec_of_somebody_else"),
			signed(body, webhookSecret, Math.floor(Date.now() / 1000) - 3600),
		],
		stop: async () => {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

function signed(payload: string, secret = webhookSecret, timestamp?: number): Message {
	const header = Stripe.webhooks.generateTestHeaderString({
		payload,
		secret,
		...(timestamp && { timestamp }),
	});
	return { body: payload, headers: { "stripe-signature": header } };
}
