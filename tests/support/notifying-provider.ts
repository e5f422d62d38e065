// A provider as Alipay and WeChat Pay are: the buyer scans a code, the money is taken at once, a
// signed form tells of it. It knows payments by our key. It is here to show that one file is enough
// (docs/adr/0010-payment-providers.md), so provider and bank stand beside each other in it.
import { createSign, createVerify, generateKeyPairSync } from "node:crypto";
import { UNAVAILABLE } from "#contracts/errors";
import { fail } from "#mixins/errors";
import type {
	AsynchronousProvider,
	Charge,
	Named,
	Outcome,
} from "../../services/payments/providers/provider.ts";
import type { Outside } from "./payment-provider-contract.ts";

interface Trade {
	key: string;
	number: string;
	status: "WAIT_BUYER_PAY" | "AT_THE_BANK" | "TRADE_SUCCESS" | "TRADE_CLOSED";
	amount: number;
	refunds: Map<string, number>;
}

const bankKeys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const otherKeys = generateKeyPairSync("rsa", { modulusLength: 2048 });

export function notifyingProvider(): { provider: AsynchronousProvider; outside: Outside } {
	const trades = new Map<string, Trade>();
	const sent = new Map<string, string[]>();
	let trouble = "none";
	let messages = 0;

	const bank = <T>(answer: () => T) => (trouble === "none" ? answer() : fail(UNAVAILABLE));
	const refundedOf = ({ refunds }: Trade) => [...refunds.values()].reduce((a, b) => a + b, 0);
	const outcomeOf = (trade: Trade): Outcome => {
		const { number: reference, status, amount } = trade;
		if (status === "TRADE_CLOSED") return { status: "refused" };
		if (status !== "TRADE_SUCCESS") return { status: "waiting", reference };
		return { status: "captured", reference, amount, refunded: refundedOf(trade) };
	};
	const tradeOf = ({ key }: { key: string }) => {
		const trade = trades.get(key);
		if (!trade) throw new Error(`The bank has no trade ${key}`);
		return trade;
	};
	const notify = ({ key, status }: Trade) => {
		const fields = { notify_id: `n${++messages}`, out_trade_no: key, trade_status: status };
		sent.set(key, [...(sent.get(key) ?? []), signed(fields, bankKeys.privateKey)]);
	};
	const find = async ({ key }: Named) =>
		bank(() => {
			const trade = trades.get(key);
			return trade ? outcomeOf(trade) : null;
		});

	const provider: AsynchronousProvider = {
		method: "stripe",
		name: { en: "Scan and pay", zh: "扫码支付" },
		patienceMs: 1000,
		isOffered: () => true,
		check() {},
		async start({ key, amount }: Charge) {
			const opened = { key, number: `T${key}`, amount, refunds: new Map<string, number>() };
			const trade = bank(
				() => trades.get(key) ?? { ...opened, status: "WAIT_BUYER_PAY" as const },
			);
			trades.set(key, trade);
			const outcome = outcomeOf(trade);
			if (outcome.status !== "waiting") return outcome;
			return { ...outcome, next: { kind: "qr", text: `bank://pay/${trade.number}` } };
		},
		capture: async (payment) => (await find(payment)) ?? { status: "refused" },
		async void(payment) {
			const trade = bank(() => trades.get(payment.key));
			if (trade?.status === "WAIT_BUYER_PAY") trade.status = "TRADE_CLOSED";
			return trade ? outcomeOf(trade) : { status: "refused" };
		},
		async refund({ key, payment, amount }) {
			const trade = bank(() => tradeOf(payment));
			if (trade.refunds.has(key)) return "done";
			if (refundedOf(trade) + amount > trade.amount) return "refused";
			trade.refunds.set(key, amount);
			notify(trade);
			return "done";
		},
		find,
		async hear({ body }) {
			const { sign = "", ...fields } = Object.fromEntries(new URLSearchParams(body));
			const verify = createVerify("RSA-SHA256").update(sorted(fields));
			if (!verify.verify(bankKeys.publicKey, sign, "base64")) return "forged";
			const { notify_id: id = "", trade_status: type = "", out_trade_no: key = "" } = fields;
			return { id, type, payment: { key, reference: `T${key}` } };
		},
		thanks: "success",
		async *taken() {
			for (const trade of bank(() => [...trades.values()])) {
				const outcome = outcomeOf(trade);
				if (outcome.status === "captured") yield { ...outcome, key: trade.key };
			}
		},
	};

	const outside: Outside = {
		buyer(payment, does) {
			const trade = tradeOf(payment);
			if (trade.status !== "WAIT_BUYER_PAY") throw new Error(`is ${trade.status}`);
			if (does === "pays") trade.status = "TRADE_SUCCESS";
			if (does === "waits for the bank") trade.status = "AT_THE_BANK";
			notify(trade);
		},
		bank(payment) {
			tradeOf(payment).status = "TRADE_SUCCESS";
			notify(tradeOf(payment));
		},
		account(payment) {
			const trade = tradeOf(payment);
			const taken = trade.status === "TRADE_SUCCESS" ? trade.amount : 0;
			return { taken, refunded: refundedOf(trade) };
		},
		messages: ({ key }) => (sent.get(key) ?? []).map((body) => ({ body, headers: {} })),
		forged({ body }) {
			const { sign = "", ...fields } = Object.fromEntries(new URLSearchParams(body));
			return [
				sorted(fields),
				sorted({ ...fields, trade_status: "TRADE_SUCCESS", total: "1", sign }),
				signed(fields, otherKeys.privateKey),
				sorted({ ...fields, sign: "not base64" }),
			].map((forged) => ({ body: forged, headers: {} }));
		},
		trouble: (kind) => void (trouble = kind),
	};
	return { provider, outside };
}

const sorted = (fields: Record<string, string>) =>
	new URLSearchParams(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();

type PrivateKey = Parameters<ReturnType<typeof createSign>["sign"]>[0];

function signed(fields: Record<string, string>, key: PrivateKey) {
	const sign = createSign("RSA-SHA256").update(sorted(fields)).sign(key, "base64");
	return sorted({ ...fields, sign });
}
