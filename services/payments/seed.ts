// The payment of a demo order, as if it had been made then: it can be captured and refunded.
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Db, StoredPayment } from "./stored.ts";

type Seed = Pick<
	StoredPayment,
	"id" | "orderId" | "method" | "amount" | "currency" | "createdAt" | "capturedAt"
>;

/** The same id is the same payment, however often it is put in. */
export async function seed({ payments }: Db, seeded: Seed): Promise<StoredPayment> {
	const { id, orderId, capturedAt } = seeded;
	try {
		return await payments.insert({
			...seeded,
			version: 1,
			openFor: orderId,
			status: capturedAt ? "captured" : "pending",
			refunded: 0,
			reference: null,
			isMarked: capturedAt !== null,
			refunds: [],
			dueAt: null,
		});
	} catch (thrown) {
		const known = thrown instanceof DuplicateKey ? await payments.findById(id) : null;
		if (known) return known;
		throw thrown;
	}
}
