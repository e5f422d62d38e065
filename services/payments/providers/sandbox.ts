// Play money: one card pays, one is refused. What it knows lives in memory; a charge that a killed
// process has not noted never happened.
import { LRUCache } from "lru-cache";
import { INVALID } from "#contracts/errors";
import { CARD_UNKNOWN } from "#contracts/payments";
import { fieldWords } from "#domain/field-words";
import type { FieldWords } from "#domain/field-words";
import { env } from "#mixins/env";
import { fail } from "#mixins/errors";
import type { Card, DirectProvider, Settled } from "./provider.ts";

const answers: Record<string, "authorised" | "refused"> = {
	"4242424242424242": "authorised",
	"4000000000000002": "refused",
};
const remembered = 10_000;

export function sandbox(): DirectProvider {
	const charges = new LRUCache<string, Settled>({ max: remembered });
	return {
		method: "sandbox",
		name: { en: "Test card", zh: "测试银行卡" },
		patienceMs: 10_000,
		isOffered: () => env.SANDBOX_PAYMENTS === "on",
		check(card) {
			if (!card) wrong(INVALID, "card", fieldWords.required);
			if (!(numberOf(card) in answers)) wrong(CARD_UNKNOWN, "card.number", fieldWords.wrong);
		},
		async authorise({ key, card }) {
			const known = charges.get(key);
			if (known) return known;
			const isGood = card && answers[numberOf(card)] === "authorised";
			const made: Settled = isGood
				? { status: "authorised", reference: `sandbox-${key}` }
				: { status: "refused" };
			charges.set(key, made);
			return made;
		},
		async capture({ key, reference, amount }) {
			return {
				status: "captured",
				reference: reference ?? `sandbox-${key}`,
				amount,
				refunded: 0,
			};
		},
		async void({ key }) {
			const gone: Settled = { status: "refused" };
			charges.set(key, gone);
			return gone;
		},
		refund: async () => "done",
		async find({ key }) {
			return charges.get(key) ?? null;
		},
	};
}

const numberOf = ({ number }: Card) => number.replaceAll(" ", "");

function wrong(spec: typeof INVALID, path: string, words: FieldWords): never {
	return fail(spec, { fields: path, errors: [{ path, ...words }] });
}
