// Neighbours that answer as their contracts say, for tests of the services that sell.
import { vi } from "vitest";
import { inventory, OUT_OF_STOCK } from "#contracts/inventory";
import { products } from "#contracts/products";
import type { SaleItem } from "#contracts/products";
import { settings } from "#contracts/settings";
import type { Settings } from "#contracts/settings";
import { users } from "#contracts/users";
import type { Address } from "#contracts/users";
import { fail, invalid } from "#mixins/errors";
import { fieldErrors } from "#mixins/validator";
import { stub } from "./mall.ts";
import type { TestMall } from "./mall.ts";

export const anAddress: Address = {
	name: "Ada Byron",
	phone: "+44 20 1234",
	country: "GB",
	province: "",
	city: "London",
	street: "St James's Square 12",
	postalCode: "SW1Y 4JH",
};

export function aSaleItem(changes: Partial<SaleItem> & { sku: string }): SaleItem {
	const { sku } = changes;
	return {
		productId: `product-${sku}`,
		slug: sku.toLowerCase(),
		name: `Thing ${sku}`,
		image: null,
		options: {},
		unitPrice: 1000,
		weightGrams: null,
		taxClass: null,
		categoryIds: ["things"],
		brandId: null,
		tags: [],
		...changes,
	};
}

/** A catalogue that a test may change as it goes. */
export function catalogue(...items: SaleItem[]) {
	const bySku = new Map(items.map((item) => [item.sku, item]));
	const service = stub(products, {
		resolve(asked) {
			const wrong = fieldErrors(products.$.actions.resolve.params, asked);
			if (wrong.length > 0) invalid(wrong);
			return asked.skus.flatMap((sku) => bySku.get(sku) ?? []);
		},
		noteSales: () => {},
	});
	return { bySku, service };
}

const someSettings: Settings = {
	shop: {
		name: "Test",
		currency: "USD",
		minorUnits: 2,
		locale: "en",
		locales: ["en", "zh"],
		timeZone: "UTC",
	},
	paymentTimeoutSeconds: 1800,
	autoConfirmDays: 15,
	returnDays: 14,
	cashOnDelivery: true,
	staffSecondFactor: false,
	shippingMethods: [
		{
			key: "standard",
			name: "Standard",
			translations: { zh: { name: "标准配送" } },
			price: 490,
			freeOver: 5000,
			days: 4,
			countries: [],
			enabled: true,
		},
		{
			key: "express",
			name: "Express",
			price: 1490,
			freeOver: null,
			days: 1,
			countries: ["GB", "DE"],
			enabled: true,
		},
	],
	tax: { rate: 0, included: true, classes: [] },
	seller: { name: "Test Ltd", address: "1 High Street\nLondon", taxId: "GB 1", footer: "" },
	version: 1,
};

export function shopSettings(changes: Partial<Settings> = {}) {
	const current = { ...someSettings, ...changes };
	return { current, service: stub(settings, { current: () => current }) };
}

/** A stockroom that counts like the true one: nothing is held twice, nothing below zero. */
export function stockroom(onHand: Record<string, number>) {
	const left = new Map(Object.entries(onHand));
	const held = new Map<string, { sku: string; quantity: number }[]>();
	const shipped: string[] = [];
	const kept = new Set<string>();
	/** What goes wrong on our side: told what is called, it may throw. */
	const trouble = { after: (_verb: string) => {} };
	const service = stub(inventory, {
		levels: ({ skus }) =>
			skus
				.filter((sku) => left.has(sku))
				.map((sku) => ({
					sku,
					productId: `product-${sku}`,
					onHand: left.get(sku) ?? 0,
					reserved: 0,
					available: left.get(sku) ?? 0,
					lowAt: 0,
					updatedAt: "2026-01-01T00:00:00.000Z",
					version: 1,
				})),
		reserve: ({ orderId, lines }) => {
			if (held.has(orderId)) return;
			const short = lines.find(({ sku, quantity }) => quantity > (left.get(sku) ?? 0));
			if (short) fail(OUT_OF_STOCK, { sku: short.sku, left: left.get(short.sku) ?? 0 });
			held.set(orderId, lines);
			for (const { sku, quantity } of lines) left.set(sku, (left.get(sku) ?? 0) - quantity);
			trouble.after("reserve");
		},
		keep: ({ orderId }) => {
			kept.add(orderId);
			trouble.after("keep");
		},
		release: ({ orderId, lines }) => {
			if (!held.delete(orderId)) return;
			for (const { sku, quantity } of lines) left.set(sku, (left.get(sku) ?? 0) + quantity);
			trouble.after("release");
		},
		seed: ({ orderId, lines, parcel }) => {
			if (!parcel) held.set(orderId, lines);
		},
		ship: ({ key }) => void shipped.push(key),
	});
	return { left, held, kept, shipped, trouble, service };
}

/** People of whom everybody has the e-mail address `<id>@example.com` and no points. */
export const people = () =>
	stub(users, {
		resolve: ({ ids }) =>
			ids.map((id) => ({
				id,
				username: id,
				email: `${id}@example.com`,
				displayName: id,
				kind: "customer" as const,
				status: "active" as const,
				emailVerified: true,
				createdAt: "2026-01-01T00:00:00.000Z",
			})),
		pointsOf: () => ({ balance: 0, held: 0, available: 0 }),
		addressOf: ({ addressId }) => ({ ...anAddress, id: addressId, isDefault: true }),
	});

/** The collections of a running service, to bring about what a killed process leaves. */
type Running = Pick<TestMall, "broker">;

export function storeOf<D>(mall: Running, name: string): D {
	const service = mall.broker.services.find((one) => one.name === name);
	return (service as unknown as { db: D }).db;
}

/** Stops a service and starts it again on the same data. */
export const restart = (mall: Running, name: string) => without(mall, name, async () => {});

/** As if its node had died, until the work is done. */
export async function without(mall: Running, name: string, work: () => Promise<unknown>) {
	const service = mall.broker.services.find((one) => one.name === name);
	const schema = service!.originalSchema ?? service!.schema;
	await mall.broker.destroyService(service!);
	await work();
	mall.broker.createService(schema);
	await mall.broker.waitForServices([{ name, version: 1 }]);
}

/** Waits for a condition, also on a busy machine. */
export const eventually = (hold: () => unknown) => vi.waitFor(hold, { timeout: 15_000 });
