// What the list of orders shows, as CSV: a row for each order, the oldest first.
import { stringify } from "csv-stringify";
import type { OrderState } from "#domain/order-state";
import { Lane } from "#mixins/bulkheads";
import type { Collection } from "#mixins/collection";
import type { Ctx } from "#mixins/service";
import { adminQuery } from "../lists.ts";
import type { Filter } from "../lists.ts";
import type { StoredOrder } from "../stored.ts";

/** Amounts are in the currency's smallest unit, times in UTC. */
const columns = {
	number: ({ number }) => number,
	createdAt: ({ createdAt }) => createdAt,
	status: ({ status }) => status,
	payment: ({ payment }) => payment.status,
	method: ({ payment }) => payment.method ?? "",
	buyer: ({ buyerName }) => buyerName,
	email: ({ email }) => email,
	items: ({ items }) => items.map(({ sku, quantity }) => `${quantity} x ${sku}`).join(" | "),
	pieces: ({ items }) => items.reduce((all, { quantity }) => all + quantity, 0),
	goods: ({ totals }) => totals.goods,
	discount: ({ totals }) => totals.promotion + totals.coupon + totals.points,
	shipping: ({ totals }) => totals.shipping,
	tax: ({ totals }) => totals.tax,
	total: ({ totals }) => totals.total,
	captured: ({ payment }) => payment.captured,
	refunded: ({ payment }) => payment.refunded,
	shippingMethod: ({ shippingMethod }) => shippingMethod,
	tracking: ({ shipments }) =>
		shipments.map(({ carrier, trackingNumber }) => `${carrier} ${trackingNumber}`).join(" | "),
	name: ({ address }) => address.name,
	phone: ({ address }) => address.phone,
	street: ({ address }) => address.street,
	postalCode: ({ address }) => address.postalCode,
	city: ({ address }) => address.city,
	province: ({ address }) => address.province,
	country: ({ address }) => address.country,
	note: ({ note }) => note,
} satisfies Record<string, (order: StoredOrder) => string | number>;

const lane = new Lane(2);

type Asked = Filter & { status?: OrderState };

export async function exported(orders: Collection<StoredOrder>, ctx: Ctx<Asked>) {
	ctx.meta.$responseHeaders = {
		"Content-Type": "text/csv; charset=utf-8",
		"Content-Disposition": 'attachment; filename="orders.csv"',
	};
	const { status } = ctx.params;
	const found = orders.each({ ...(await adminQuery(ctx)), ...(status && { status }) });
	// Why: a cell that begins with "=" would run as a formula in a spreadsheet.
	const csv = stringify({
		header: true,
		columns: Object.keys(columns),
		escape_formulas: true,
		bom: true,
	});
	return lane.stream(rows(found), csv);
}

async function* rows(found: AsyncIterable<StoredOrder>) {
	for await (const order of found)
		yield Object.values(columns).map((cell: (order: StoredOrder) => string | number) =>
			cell(order),
		);
}
