/** Ways to pay, in the order in which they are offered. */
export const paymentMethods = ["sandbox", "stripe", "cash-on-delivery"] as const;
