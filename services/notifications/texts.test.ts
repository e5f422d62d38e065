import { describe, expect, it } from "vitest";
import type { Shop } from "#contracts/settings";
import { messages } from "./messages.ts";
import { wordMail } from "./texts.ts";
import type { Mailed } from "./wording.ts";

const shop: Shop = {
	name: "Mall",
	currency: "USD",
	minorUnits: 2,
	locale: "en",
	locales: ["en", "zh"],
	timeZone: "UTC",
};
const order = {
	orderId: "o1",
	number: "20300101-7-AB12",
	userId: "u1",
	email: "ada@example.com",
	version: 1,
	total: 129_900,
};
const aReturn = { ...order, returnId: "r1", returnNumber: "20300101-7-AB12-R1" };
const toAda = { userId: "u1", email: "ada@example.com" };
const mails: Record<Mailed, ReturnType<typeof messages.orderPlaced>> = {
	welcome: messages.userRegistered({ userId: "u1", email: "ada@example.com", username: "ada" }),
	"password-reset": messages.passwordResetAsked({ ...toAda, path: "/reset-password#u1.secret" }),
	"password-changed": messages.passwordChanged(toAda),
	"email-code": messages.emailCodeAsked({ ...toAda, path: "/confirm-email#u1.secret" }),
	"email-changed": messages.emailChanged({ ...toAda, before: "old@example.com" }),
	"order-placed": messages.orderPlaced({ ...order, placedAt: "2030-01-01T00:00:00.000Z" }),
	"payment-requested": messages.orderPaymentRequested({
		...order,
		path: "/pay/o1#secret",
		expiresAt: "2030-01-01T00:00:00.000Z",
	}),
	"order-paid": messages.orderPaid({ ...order, paidAt: "2030-01-01T00:00:00.000Z", lines: [] }),
	"order-shipped": messages.orderShipped({ ...order, carrier: "DHL", trackingNumber: "T1" }),
	"order-cancelled": messages.orderCancelled({
		...order,
		reason: "Too late",
		wasPaid: true,
		refund: 500,
	}),
	"order-changed": messages.orderChanged({
		...order,
		fields: ["address", "total"],
		before: 129_900,
		due: 120_000,
	}),
	"order-lines-cancelled": messages.orderLinesCancelled({
		...order,
		lines: [{ name: "Teapot", quantity: 2 }],
		amount: 500,
		wasUnpaid: false,
		reason: "Broken in the stockroom",
	}),
	"order-refunded": messages.orderRefunded({ ...order, amount: 500 }),
	"return-requested": messages.returnRequested({ ...aReturn, lines: [] }),
	"return-withdrawn": messages.returnWithdrawn(aReturn),
	"return-approved": messages.returnApproved({ ...aReturn, note: "To the back door" }),
	"return-rejected": messages.returnRejected({ ...aReturn, reason: "Worn" }),
	"return-received": messages.returnReceived({ ...aReturn, lines: [] }),
	"return-refunded": messages.returnRefunded({ ...aReturn, amount: 500, lines: [] }),
};

describe("a mail", () => {
	it.each(["en", "zh"])("says in %s what happened, in full", (locale) => {
		for (const message of Object.values(mails)) {
			const text = wordMail(message, { ...shop, locale }, "https://mall.example");

			expect(text).not.toBeNull();
			expect(`${text?.subject}${text?.body}`).not.toMatch(/undefined|null|NaN/);
			expect(text?.body).toContain(`https://mall.example${message.link}`);
		}
	});

	it("is in the shop's language and money", () => {
		const english = wordMail(mails["order-paid"], shop, "");
		const chinese = wordMail(mails["order-paid"], { ...shop, locale: "zh" }, "");

		expect(english?.body).toContain("$1,299.00");
		expect(chinese?.subject).toBe("订单 20300101-7-AB12 已付款");
	});

	it("says of a cancelled order what goes back, not what it cost", () => {
		const unpaid = messages.orderCancelled({
			...order,
			reason: "",
			wasPaid: false,
			refund: 0,
		});

		const paid = wordMail(mails["order-cancelled"], shop, "")?.body;
		expect(paid).toContain("We pay $5.00 back to you.");
		expect(paid).not.toContain("$1,299.00");
		expect(wordMail(unpaid, shop, "")?.body).not.toContain("$");
	});

	it("says what staff have changed in an order, and what it costs now", () => {
		const { body } = wordMail(mails["order-changed"], shop, "") ?? {};
		expect(body).toContain("address, total");
		expect(body).toContain("$1,299.00 before and costs $1,200.00 now");
		const moved = messages.orderChanged({ ...order, fields: ["address"], before: 1, due: 1 });
		expect(wordMail(moved, shop, "")?.body).not.toContain("$");
	});

	it("says what was taken out of an order, and what that means for its money", () => {
		const taken = { ...order, lines: [{ name: "Teapot", quantity: 2 }], reason: "" };
		const bodyOf = (amount: number, wasUnpaid: boolean) => {
			const message = messages.orderLinesCancelled({ ...taken, amount, wasUnpaid });
			return wordMail(message, shop, "")?.body;
		};

		expect(bodyOf(500, false)).toContain("2 × Teapot");
		expect(bodyOf(500, false)).toContain("We pay $5.00 back");
		expect(bodyOf(500, true)).toContain("You pay $5.00 less");
		expect(bodyOf(0, false)).not.toContain("$");
	});

	it("says what became of a return, and why", () => {
		expect(wordMail(mails["return-refunded"], shop, "")?.body).toContain("$5.00");
		const free = messages.returnRefunded({ ...aReturn, amount: 0, lines: [] });
		expect(wordMail(free, shop, "")?.body).not.toContain("$");
		expect(wordMail(mails["return-rejected"], shop, "")?.body).toContain("Worn");
		expect(wordMail(mails["return-approved"], shop, "")?.body).toContain("To the back door");
	});

	it("about a new address goes to the one before", () => {
		const { email } = mails["email-changed"];

		expect(email).toBe("old@example.com");
		expect(wordMail(mails["email-changed"], shop, "")?.body).toContain("ada@example.com");
	});

	it("with a code is in nobody's page", () => {
		const coded = [mails["password-reset"], mails["email-code"]];

		expect(coded.map(({ userId }) => userId)).toEqual([null, null]);
		expect(coded.every(({ link }) => !link.includes("secret"))).toBe(true);
	});

	it("leads a guest to where an order is found by its number", () => {
		const { shipped, paid } = {
			shipped: messages.orderShipped({
				...order,
				userId: null,
				carrier: "A",
				trackingNumber: "1",
			}),
			paid: mails["order-paid"],
		};

		expect(shipped.link).toBe("/orders/find");
		expect(paid.link).toBe("/orders/o1");
	});
});
