// What payments rely on in a way to pay, as tests: each provider runs the same ones.
import { describe, expect, it } from "vitest";
import { newId } from "#mixins/clock";
import type { Card, Provider } from "./provider.ts";

interface Given {
	provider: Provider;
	/** One that pays, and one that is refused; none where no card is asked for. */
	cards?: { good: Card; refused: Card; unknown: Card };
}

export function providerContract({ provider, cards }: Given) {
	const charge = (card?: Card) => ({ key: newId(), amount: 1234, currency: "USD", card });

	describe(`${provider.method} as a way to pay`, () => {
		it("gives the same answer when it is asked again under the same key", async () => {
			const asked = charge(cards?.good);

			const [first, second] = [
				await provider.authorise(asked),
				await provider.authorise(asked),
			];

			expect(second).toEqual(first);
			expect(await provider.find(asked.key)).toEqual(first);
		});

		it("captures, refunds and lets go as often as it is told", async () => {
			const asked = charge(cards?.good);
			const { key, amount } = asked;
			const answer = await provider.authorise(asked);
			const reference = "reference" in answer ? answer.reference : key;

			await provider.capture({ key, reference, amount });
			await provider.capture({ key, reference, amount });
			await provider.refund({ key: "refund", reference, amount: 1 });
			await provider.refund({ key: "refund", reference, amount: 1 });
			const other = charge(cards?.good);
			await provider.authorise(other);
			await provider.void(other.key);
			await provider.void(other.key);
		});

		it("refunds what an earlier process has captured", async () => {
			await provider.refund({ key: newId(), reference: "of-long-ago", amount: 5 });
		});

		if (!cards) return;

		it("tells good cards from refused ones and from those that don't exist", async () => {
			provider.check(cards.good);
			provider.check(cards.refused);

			expect((await provider.authorise(charge(cards.good))).status).toBe("authorised");
			expect((await provider.authorise(charge(cards.refused))).status).toBe("refused");
			expect(() => provider.check(cards.unknown)).toThrow();
			expect(() => provider.check()).toThrow();
		});

		it("knows nothing of a charge that never came, and does not pay one that was let go", async () => {
			const asked = charge(cards.good);

			expect(await provider.find(asked.key)).toBeNull();
			await provider.void(asked.key);
			expect((await provider.authorise(asked)).status).not.toBe("authorised");
		});
	});
}
