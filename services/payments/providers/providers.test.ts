import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notifyingProvider } from "#tests/support/notifying-provider";
import { providerContract } from "#tests/support/payment-provider-contract";
import { shopSettings } from "#tests/support/neighbours";
import { stripeStub } from "#tests/support/stripe-stub";
import type { StripeStub } from "#tests/support/stripe-stub";
import { cashOnDelivery } from "./cash-on-delivery.ts";
import type { Provider } from "./provider.ts";
import { sandbox } from "./sandbox.ts";
import { stripe } from "./stripe.ts";

const playMoney = sandbox();
providerContract({
	name: "the sandbox",
	provider: () => playMoney,
	cards: {
		good: { number: "4242 4242 4242 4242" },
		refused: { number: "4000000000000002" },
		unknown: { number: "5555555555554444" },
	},
});

providerContract({ name: "cash on delivery", provider: cashOnDelivery });

const { provider: scanned, outside: bank } = notifyingProvider();
providerContract({
	name: "a code to scan, as of Alipay and WeChat Pay,",
	provider: () => scanned,
	outside: () => bank,
});

describe.each(["automatic", "manual"] as const)("with %s capture", (capture) => {
	let stub: StripeStub;
	let provider: Provider;
	beforeAll(async () => {
		stub = await stripeStub(capture);
		provider = stripe(stub.access);
	});
	afterAll(() => stub.stop());

	providerContract({ name: "Stripe", provider: () => provider, outside: () => stub });

	it("is offered where Stripe counts the currency as the shop does", () => {
		const { current } = shopSettings();
		const offered = (currency: string, minorUnits: number) =>
			provider.isOffered({ ...current, shop: { ...current.shop, currency, minorUnits } });

		expect(offered("USD", 2)).toBe(true);
		expect(offered("JPY", 0)).toBe(true);
		expect(offered("KWD", 3)).toBe(true);
		expect(offered("JPY", 2)).toBe(false);
		expect(stripe(null).isOffered(current)).toBe(false);
	});

	it("refuses what Stripe won't take, such as too small an amount", async () => {
		if (!("start" in provider)) throw new Error("starts nothing");
		const charge = { key: "small", orderId: "o", reference: null, amount: 49, currency: "USD" };

		expect(await provider.start(charge)).toEqual({ status: "refused" });
	});

	it("does not hide that its key is wrong", async () => {
		const wrong = stripe({ ...stub.access, secretKey: "sk_test_wrong" });

		const looked = wrong.find({ key: "any", reference: "pi_any" });

		await expect(looked).rejects.toMatchObject({ type: "StripeAuthenticationError" });
	});
});
