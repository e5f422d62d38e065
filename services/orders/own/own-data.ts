// What orders keep about somebody: given out for their own copy, and taken out of the books when
// their account ends. Amounts, goods, numbers and the country stay: the books must add up.
import type { Whom } from "#contracts/about-people";
import { erasedAddress, erasedEmail, erasedName } from "#domain/erased";
import { returnTransitions } from "#domain/returns";
import { StaleVersion } from "#mixins/collection";
import { pagedPartOf, pieceOf } from "#mixins/own-data";
import type { Db, StoredOrder, StoredReturn } from "../stored.ts";
import { orderView } from "../view.ts";

/** Those of the account, and a guest's with the address that is proven to be theirs. */
const ordersOf = ({ userId, email }: Whom) =>
	email === null ? { userId } : { $or: [{ userId }, { userId: null, terms: folded(email) }] };

const folded = (email: string) => email.trim().toLowerCase();

type Asked = { whom: Whom; after?: string };

export function ownData(db: Db, { whom, after }: Asked) {
	const orders = pagedPartOf(db.orders, ordersOf(whom), async (found) => {
		const documents = await documentsOf(db, found);
		return found.map((order) => {
			const { commands: _c, returnable: _r, ...shown } = orderView(order);
			const { id, email, buyerName } = order;
			return { ...shown, email, buyerName, documents: documents.get(id) ?? [] };
		});
	});
	return pieceOf({ orders }, after);
}

/** Of a page of orders. */
const mostDocuments = 10_000;

/** Invoices and credit notes by their order. */
async function documentsOf({ invoices }: Db, found: StoredOrder[]) {
	const query = { orderId: { $in: found.map(({ id }) => id) } };
	const written = await invoices.find({ query, sort: ["id"], limit: mostDocuments });
	return Map.groupBy(
		written.map(({ version: _, ...document }) => document),
		({ orderId }) => orderId,
	);
}

const batch = 200;

/** Whose goods or money are still on their way; their buyer can't go yet. */
export async function unfinishedOf({ orders }: Db, userId: string) {
	const query = { userId, email: { $ne: erasedEmail } };
	const found: StoredOrder[] = [];
	for await (const order of orders.each(query)) if (isUnderWay(order)) found.push(order);
	return { numbers: found.slice(0, 20).map(({ number }) => number) };
}

const isUnderWay = ({ status, returns = [] }: StoredOrder) =>
	(status !== "completed" && status !== "cancelled") ||
	returns.some((one) => Object.keys(returnTransitions[one.status]).length > 0);

/** What is not finished keeps its buyer until it is: somebody has to get the parcel. */
export async function forgetPerson(db: Db, whom: Whom) {
	const query = { $and: [ordersOf(whom), { email: { $ne: erasedEmail } }] };
	let isDone = true;
	for (;;) {
		const found = await db.orders.find({ query, sort: ["id"], limit: batch });
		const left = await Promise.all(found.map((order) => forget(db, order)));
		isDone &&= left.every(Boolean);
		if (found.length < batch || !left.some(Boolean)) break;
	}
	if (whom.email !== null) await db.draftOrders.remove({ email: whom.email });
	await db.draftOrders.remove({ userId: whom.userId });
	return { isDone };
}

/** The order last: as long as it bears the name, all of this is done again. */
async function forget(db: Db, order: StoredOrder): Promise<boolean> {
	if (isUnderWay(order) || order.effects.length > 0) return false;
	const { id, number } = order;
	const terms = [number.toLowerCase()];
	const buyer = { name: erasedName, email: erasedEmail };
	const address = erasedAddress(order.address);
	await db.invoices.update({ orderId: id }, { $set: { buyer, address } });
	for (const one of order.returns ?? [])
		await db.returns.update(
			{ id: one.id },
			{ $set: { terms: [one.number.toLowerCase(), ...terms] } },
		);
	await db.drafts.remove({ id });
	try {
		await db.orders.replace({ ...order, ...scrubbed(order), address, terms });
		return true;
	} catch (error) {
		if (error instanceof StaleVersion) return false;
		throw error;
	}
}

type Timeline = StoredOrder["timeline"];

function scrubbed({ userId, timeline, returns }: StoredOrder): Partial<StoredOrder> {
	const own = <T extends Timeline[number]>(entries: readonly T[]) =>
		entries.map((entry) => (entry.by === (userId ?? "guest") ? { ...entry, note: "" } : entry));
	const bare = (one: StoredReturn): StoredReturn => ({ ...one, description: "", images: [] });
	return {
		buyerName: erasedName,
		email: erasedEmail,
		note: "",
		tokens: [],
		payTokens: [],
		timeline: own(timeline),
		...(returns && { returns: returns.map(bare) }),
	};
}
