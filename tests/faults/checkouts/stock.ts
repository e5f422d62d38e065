// Stock, returns, coupons and points: what must hold between the orders and the other books.
import { portion } from "#domain/money";
import { levelOf } from "#domain/stock";
import type { AdminOrder } from "#contracts/orders";
import type { Books } from "./books.ts";
import { differ, sum, tally } from "./tally.ts";
import type { World } from "./world.ts";

interface Line {
	order: AdminOrder;
	sku: string;
	bought: number;
	shipped: number;
	/** Still promised. */
	open: number;
	restocked: number;
	/** Announced to come back, or back. */
	returned: number;
}

const live = ["pending_payment", "paid", "confirmed"];

function linesOf(order: AdminOrder): Line[] {
	const { items, shipments, returns, status } = order;
	const standing = returns.filter((one) => !["rejected", "withdrawn"].includes(one.status));
	const piecesOf = (sku: string) => (one: { lines: { sku: string; quantity: number }[] }) =>
		sum(one.lines, (line) => (line.sku === sku ? line.quantity : 0));
	return items.map(({ sku, quantity: bought }) => {
		const shipped = sum(shipments, piecesOf(sku));
		const back = standing.flatMap(({ lines }) => lines).filter((line) => line.sku === sku);
		return {
			order,
			sku,
			bought,
			shipped,
			open: live.includes(status) ? bought - shipped : 0,
			restocked: sum(back, ({ restocked }) => restocked),
			returned: sum(standing, piecesOf(sku)),
		};
	});
}

export function countStock({ orders, stock, stockReconciliation }: Books, { goods }: World) {
	const { rows, every } = tally("Stock");
	const lines = Map.groupBy(orders.flatMap(linesOf), ({ sku }) => sku);
	const of = (sku: string) => lines.get(sku) ?? [];
	const received = new Map(goods.map((one) => [one.sku, one.stock]));

	every("0 ≤ reserved ≤ on hand", stock, ({ sku, reserved, onHand }) => {
		return !(reserved >= 0 && reserved <= onHand) && `${sku}: ${reserved} of ${onHand}`;
	});
	every("reserved = Σ open lines of live orders", stock, ({ sku, reserved }) =>
		differ(
			sku,
			reserved,
			sum(of(sku), ({ open }) => open),
		),
	);
	every("Σ movements = level", stock, ({ sku, movements, onHand, reserved }) => {
		const level = levelOf(movements);
		return differ(sku, level.onHand, onHand) ?? differ(sku, level.reserved, reserved);
	});
	every("on hand = received − shipped + restocked", stock, ({ sku, onHand }) => {
		const gone = sum(of(sku), ({ shipped, restocked }) => shipped - restocked);
		return differ(sku, onHand, (received.get(sku) ?? 0) - gone);
	});
	every(
		"the mall's own comparison of the stock finds nothing",
		[stockReconciliation],
		(found) => {
			return found.differences.length > 0 && JSON.stringify(found.differences.slice(0, 3));
		},
	);
	const moved = Map.groupBy(
		stock.flatMap(({ movements }) => movements),
		({ sku, orderId }) => `${orderId} ${sku}`,
	);
	every("each order's movements are its own doing", orders.flatMap(linesOf), (line) => {
		const own = moved.get(`${line.order.id} ${line.sku}`) ?? [];
		const about = `${line.order.number} ${line.sku}`;
		return (
			differ(`${about} reserved`, levelOf(own).reserved, line.open) ??
			differ(`${about} on hand`, levelOf(own).onHand, line.restocked - line.shipped)
		);
	});
	const known = new Set(orders.map(({ id }) => id));
	const astray = [...moved.values()].filter(
		([one]) => one?.orderId !== undefined && !known.has(one.orderId),
	);
	every("what held goods and is no order holds none", astray, (own) =>
		differ(own[0]!.orderId!, JSON.stringify(levelOf(own)), '{"onHand":0,"reserved":0}'),
	);
	return rows;
}

export function countReturns({ orders }: Books, { acknowledged }: World) {
	const { rows, every } = tally("Returns");
	const returns = orders.flatMap((order) => order.returns.map((one) => ({ order, one })));
	const owners = new Map(returns.map(({ one, order }) => [one.id, order.id]));

	every("an acknowledged return is there", acknowledged.returns, ([id, orderId]) =>
		differ(id, owners.get(id), orderId),
	);
	every("returned ≤ shipped ≤ bought", orders.flatMap(linesOf), (line) => {
		const isRight = line.returned <= line.shipped && line.shipped <= line.bought;
		return !isRight && `${line.order.number} ${line.sku}`;
	});
	every("shelved + scrapped ≤ announced", returns, ({ one }) => {
		const wrong = one.lines.find((line) => line.restocked + line.scrapped > line.quantity);
		return wrong && one.number;
	});
	every("no refund is left on its way", returns, ({ one }) => {
		return one.status !== "refunded" && one.refund !== null && one.number;
	});
	return rows;
}

export function countPromises(books: Books, world: World) {
	const { rows, every } = tally("Coupons, points");
	const { orders, coupons, accounts } = books;
	const standing = orders.filter(({ status }) => status !== "cancelled");
	const couponOf = ({ note }: AdminOrder) => world.wishes.get(note)?.coupon?.id;

	every("redeemed = orders that stand with it", coupons, ({ id, code, redeemed }) => {
		const using = standing.filter((order) => couponOf(order) === id);
		return differ(code ?? id, redeemed, using.length);
	});
	every("redeemed ≤ published", coupons, ({ code, redeemed, total }) => {
		return redeemed > total && code;
	});
	const uses = Map.groupBy(standing, (order) => `${order.buyer.userId} ${couponOf(order)}`);
	every("nobody uses one more often than they may", uses, ([person, using]) => {
		const most = coupons.find(({ id }) => person.endsWith(id))?.perPerson ?? Infinity;
		return using.length > most && `${person}: ${using.length}`;
	});
	every("balance = Σ entries ≥ 0", accounts, ([id, { balance, items }]) => {
		const entered = sum(items, ({ points }) => points);
		return balance < 0 ? `${id}: ${balance}` : differ(id, balance, entered);
	});
	every("held = points of orders that wait", accounts, ([id, { held }]) => {
		const open = orders.filter(
			({ status, buyer }) => status === "pending_payment" && buyer.userId === id,
		);
		return differ(
			id,
			held,
			sum(open, ({ points = 0 }) => points),
		);
	});
	const entries = Map.groupBy(
		[...accounts.values()].flatMap(({ items }) => items),
		({ orderId }) => orderId,
	);
	every("each order has spent what its money says", orders, (order) => {
		const own = (entries.get(order.id) ?? []).filter(({ kind }) => kinds.includes(kind));
		return differ(order.number, -sum(own, ({ points }) => points), spentOf(order));
	});
	return rows;
}

const kinds = ["spend", "give-back"];

/** The share of its points that the order has kept, as of its money. */
function spentOf({ status, points = 0, payment }: AdminOrder): number {
	if (status === "cancelled" || status === "pending_payment") return 0;
	return points - portion(points, payment.refunded, payment.captured || 1);
}
