// Compares the books: each payment with its order, each order with its payment, and both with what
// the providers have taken. What differs is looked at once more, so that nothing that was merely on
// its way is reported.
import { orders } from "#contracts/orders";
import type { OrderBalance } from "#contracts/orders";
import type { Finding } from "#contracts/payments";
import { settings } from "#contracts/settings";
import { besideOrder, besidePayment, besideProvider } from "#domain/reconciliation";
import type { PaymentBook, ProviderBook, Wrong } from "#domain/reconciliation";
import { call } from "#mixins/service";
import { within } from "./patience.ts";
import { isAsynchronous } from "./providers/provider.ts";
import type { AsynchronousProvider, Taken } from "./providers/provider.ts";
import { providers } from "./providers/table.ts";
import type { Caller } from "./refund.ts";
import { chargeOf } from "./stored.ts";
import type { Db, Report, StoredPayment } from "./stored.ts";

export interface Period {
	/** Of payments and orders. */
	since: string;
	/** Of what providers have taken, which costs calls over the wire. */
	providersSince: string;
	/** What is younger may still be on its way. */
	until: string;
}

type Suspect = { paymentId: string | null; orderId: string | null; there?: Taken };
type Found = Pick<Report, "compared" | "unreachable" | "findings" | "more">;

const shown = 200;
const batch = 100;

export async function compareBooks(caller: Caller, db: Db, period: Period): Promise<Found> {
	const compared = { payments: 0, orders: 0, atProviders: 0 };
	const suspects: Suspect[] = [];
	const note = async (book: keyof typeof compared, all: AsyncIterable<Compared>) => {
		for await (const { wrong, suspect } of all) {
			compared[book] += 1;
			if (wrong) suspects.push(suspect);
		}
	};
	await note("payments", paymentsBesideOrders(caller, db, period));
	await note("orders", ordersBesidePayments(caller, db, period));
	const unreachable: Found["unreachable"] = [];
	for (const provider of await offered(caller)) {
		// Why: one that is out of reach must not hide what the others say; staff are told of it.
		const besides = note("atProviders", besideTaken(db, provider, period));
		await besides.catch(() => unreachable.push(provider.method));
	}
	const findings = await confirmed(caller, db, suspects);
	const more = Math.max(0, findings.length - shown);
	return { compared, unreachable, findings: findings.slice(0, shown), more };
}

type Compared = { wrong: Wrong; suspect: Suspect };

async function* paymentsBesideOrders(
	caller: Caller,
	db: Db,
	{ since, until }: Period,
): AsyncIterable<Compared> {
	const settled = { capturedAt: { $gte: since, $lte: until } };
	for await (const some of inBatches(db.payments.each(settled))) {
		const known = await balancesOf(caller, some);
		for (const payment of some) {
			const { id: paymentId, orderId } = payment;
			const wrong = besideOrder(bookOf(payment), known.get(orderId));
			yield { wrong, suspect: { paymentId, orderId } };
		}
	}
}

async function* ordersBesidePayments(
	caller: Caller,
	db: Db,
	{ since }: Period,
): AsyncIterable<Compared> {
	for (let page = 1; ; page += 1) {
		const some = await call(caller, orders.paidSince, { since, page });
		const known = await byId(db, some.map(paidBy));
		for (const order of some) {
			const payment = known.get(paidBy(order));
			const wrong = besidePayment(order, payment && bookOf(payment));
			yield { wrong, suspect: { paymentId: payment?.id ?? null, orderId: order.id } };
		}
		if (some.length < batch) return;
	}
}

const paidBy = (order: OrderBalance) => order.paidBy ?? "";

/** Those that are asked about what they have taken. */
async function offered(caller: Caller): Promise<AsynchronousProvider[]> {
	const current = await call(caller, settings.current);
	return Object.values(providers)
		.filter(isAsynchronous)
		.filter((one) => one.isOffered(current));
}

async function* besideTaken(
	db: Db,
	provider: AsynchronousProvider,
	{ providersSince, until }: Period,
): AsyncIterable<Compared> {
	const seen = new Set<string>();
	for await (const some of inBatches(provider.taken(new Date(providersSince)))) {
		const known = await byId(
			db,
			some.map(({ key }) => key),
		);
		for (const there of some) {
			seen.add(there.key);
			const payment = sameAs(there, known.get(there.key));
			const wrong = besideProvider(payment && bookOf(payment), there);
			yield { wrong, suspect: { ...named(payment), there } };
		}
	}
	const ours = { method: provider.method, capturedAt: { $gte: providersSince, $lte: until } };
	for await (const payment of db.payments.each(ours)) {
		if (seen.has(payment.id) || payment.createdAt < providersSince) continue;
		yield { wrong: besideProvider(bookOf(payment), undefined), suspect: named(payment) };
	}
}

/** Another intent under the same key is another payment, which we don't know. */
const sameAs = ({ reference }: Taken, payment: StoredPayment | undefined) =>
	(payment?.reference ?? reference) === reference ? payment : undefined;

const named = (payment: StoredPayment | undefined) => ({
	paymentId: payment?.id ?? null,
	orderId: payment?.orderId ?? null,
});

async function confirmed(caller: Caller, db: Db, suspects: Suspect[]): Promise<Finding[]> {
	const findings = new Map<string, Finding>();
	for (const suspect of suspects) {
		const finding = await judge(caller, db, suspect);
		const { kind, paymentId, orderId, reference } = finding ?? {};
		if (finding) findings.set([kind, paymentId ?? reference ?? orderId].join(" "), finding);
	}
	return [...findings.values()];
}

/** A second look at all that is known of one suspect. */
async function judge(caller: Caller, db: Db, { paymentId, orderId, there }: Suspect) {
	const payment = paymentId === null ? null : await db.payments.findById(paymentId);
	const [order] = orderId === null ? [] : await call(caller, orders.balances, { ids: [orderId] });
	const book = payment ? bookOf(payment) : undefined;
	const wrong =
		(book && besideOrder(book, order)) ??
		(order && besidePayment(order, book)) ??
		(payment ? await besideItsProvider(payment) : there && besideProvider(undefined, there));
	return wrong ? findingOf({ wrong, payment, order, there }) : null;
}

async function besideItsProvider(payment: StoredPayment): Promise<Wrong> {
	const provider = providers[payment.method];
	if (!isAsynchronous(provider)) return null;
	const found = await within(provider, provider.find(chargeOf(payment))).catch(() => null);
	if (!found) return null;
	const there: ProviderBook | undefined = found.status === "captured" ? found : undefined;
	return besideProvider(bookOf(payment), there);
}

interface Known {
	wrong: NonNullable<Wrong>;
	payment: StoredPayment | null;
	order: OrderBalance | undefined;
	there: Taken | undefined;
}

const findingOf = ({ wrong, payment, order, there }: Known): Finding => ({
	...wrong,
	method: payment?.method ?? null,
	orderId: order?.id ?? payment?.orderId ?? null,
	orderNumber: order?.number ?? null,
	paymentId: payment?.id ?? null,
	reference: payment?.reference ?? there?.reference ?? null,
	at: payment?.capturedAt ?? payment?.createdAt ?? null,
	canCheck: payment !== null,
});

function bookOf({ id, status, amount, refunded, refunds }: StoredPayment): PaymentBook {
	const sumOf = (some: StoredPayment["refunds"]) =>
		some.reduce((sum, one) => sum + one.amount, 0);
	const refunding = sumOf(refunds.filter((one) => one.status !== "done"));
	const elsewhere = sumOf(refunds.filter((one) => one.otherwise !== undefined));
	return { id, status, amount, refunded, refunding, elsewhere };
}

async function balancesOf(caller: Caller, some: StoredPayment[]) {
	const ids = [...new Set(some.map(({ orderId }) => orderId))];
	const known = await call(caller, orders.balances, { ids });
	return new Map(known.map((order) => [order.id, order]));
}

async function byId(db: Db, ids: string[]) {
	const known = await db.payments.findByIds(ids.filter(Boolean));
	return new Map(known.map((payment) => [payment.id, payment]));
}

async function* inBatches<T>(all: AsyncIterable<T>): AsyncIterable<T[]> {
	let some: T[] = [];
	for await (const one of all) {
		some.push(one);
		if (some.length < batch) continue;
		yield some;
		some = [];
	}
	if (some.length > 0) yield some;
}
