// Which field of a request a refusal is about that came from further in, where nobody knows the request.
import { OUT_OF_STOCK } from "#contracts/inventory";
import { LINES_NOT_OPEN, MORE_THAN_ANNOUNCED, NOT_RETURNABLE } from "#contracts/orders";
import { COUPON_GONE, COUPON_NOT_USABLE } from "#contracts/promotions";
import type { ErrorSpec } from "#contracts/schema";
import { POINTS_SHORT } from "#contracts/users";
import { failAt, isError } from "#mixins/errors";

type Lines = readonly { sku: string }[];

interface Sent {
	items?: Lines | undefined;
	lines?: Lines | undefined;
	coupon?: string | undefined;
	points?: number | undefined;
}

type Naming = (sent: Sent, sku: unknown) => string[];

const inItems: Naming = ({ items = [] }, sku) =>
	pathsIn(items, sku).map((at) => `items.${at}.quantity`);
const inLines: Naming = ({ lines = [] }, sku) =>
	pathsIn(lines, sku).map((at) => `lines.${at}.quantity`);
const inArrived: Naming = ({ lines = [] }, sku) => pathsIn(lines, sku).map((at) => `lines.${at}`);
const inCoupon: Naming = ({ coupon }) => (coupon === undefined ? [] : ["coupon"]);
const inPoints: Naming = ({ points }) => (points === undefined ? [] : ["points"]);

const namings: readonly [ErrorSpec, Naming][] = [
	[OUT_OF_STOCK, inItems],
	[LINES_NOT_OPEN, inLines],
	[NOT_RETURNABLE, inLines],
	[MORE_THAN_ANNOUNCED, inArrived],
	[COUPON_GONE, inCoupon],
	[COUPON_NOT_USABLE, inCoupon],
	[POINTS_SHORT, inPoints],
];

/** Throws what was thrown, a refusal with the fields that it is about. */
export function nameFields(thrown: unknown, sent: Sent): never {
	for (const [spec, naming] of namings) {
		if (!isError(thrown, spec) || thrown.data["errors"]) continue;
		const { data } = thrown;
		const [first, ...more] = naming(sent, data["sku"]).map((path) => ({ ...data, path }));
		if (first) failAt(spec, first, ...more);
	}
	throw thrown;
}

const pathsIn = (lines: Lines, short: unknown) =>
	lines.flatMap(({ sku }, at) => (sku === short ? [at] : []));
