import { settings, settingsChanged } from "#contracts/settings";
import type { Maintenance, Tax } from "#contracts/settings";
import { inLanguage } from "#domain/localised";
import { fieldWords, said } from "#domain/field-words";
import { shippingChoices, shippingFaults } from "#domain/shipping";
import { isTimeZone } from "#domain/schedule";
import { collection, db } from "#mixins/db";
import { invalid } from "#mixins/errors";
import { hint } from "#mixins/hints";
import { tell } from "#mixins/outbox";
import { forget } from "#mixins/remembered";
import { service } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { stored } from "./initial.ts";
import type { StoredSettings } from "./initial.ts";
import { endRest, restOf, setRest } from "./maintenance.ts";
import type { StoredRest } from "./maintenance.ts";

export default service(settings, {
	mixins: [db({ settings: collection<StoredSettings>(), rests: collection<StoredRest>() })],

	actions: {
		async shop(ctx) {
			const { shop, returnDays } = await stored(this.db.settings);
			const rest = await restOf(this.db.rests);
			return { ...shop, returnDays, maintenance: rest && saidIn(rest, ctx.meta.locale) };
		},

		async shippingMethods(ctx) {
			const { shippingMethods } = await stored(this.db.settings);
			const methods = inLanguage(shippingMethods, ctx.meta.locale);
			return shippingChoices(methods, { goods: 0, ...ctx.params });
		},

		async get() {
			return withoutId(await stored(this.db.settings));
		},

		async tax(ctx) {
			const { tax } = await stored(this.db.settings);
			return { ...tax, classes: inLanguage(tax.classes, ctx.meta.locale) };
		},

		async update(ctx) {
			const { version, shop, tax, ...changes } = ctx.params;
			const before = await stored(this.db.settings);
			const changed = {
				...before,
				...changes,
				shop: { ...before.shop, ...shop },
				tax: { ...before.tax, ...tax },
				version,
			};
			refuseWrong(changed);

			const saved = await this.db.settings.replace(
				changed,
				tell(settingsChanged, { version }),
			);
			forget(ctx, settings.current, settings.shop);
			hint(ctx, "settings");
			return withoutId(saved);
		},

		async maintenance() {
			return restOf(this.db.rests);
		},

		async resting() {
			return restOf(this.db.rests);
		},

		async maintain(ctx) {
			const rest = await setRest(this.db.rests, ctx.params);
			tellRest(ctx);
			return rest;
		},

		async reopen(ctx) {
			await endRest(this.db.rests);
			tellRest(ctx);
		},

		async current() {
			return withoutId(await stored(this.db.settings));
		},
	},
});

function tellRest(ctx: Ctx) {
	forget(ctx, settings.shop);
	hint(ctx, "settings");
}

function saidIn({ from, until, message, zh }: Maintenance, locale?: string) {
	return { from, until, message: (locale === "zh" && zh) || message };
}

/** What no schema can say. */
function refuseWrong({ shop, shippingMethods, tax }: StoredSettings) {
	const wrong = [
		...shippingFaults(shippingMethods).map(({ path, ...words }) => ({
			path: `shippingMethods.${path}`,
			...words,
		})),
		...classFaults(tax.classes),
		...(isTimeZone(shop.timeZone) ? [] : [{ path: "shop.timeZone", ...noTimeZone }]),
	];
	if (wrong.length > 0) invalid(wrong);
}

function classFaults(classes: Tax["classes"]) {
	const keys = ["standard", ...classes.map(({ key }) => key)];
	return classes.flatMap(({ key }, index) =>
		keys.indexOf(key) <= index
			? [{ path: `tax.classes.${index}.key`, ...fieldWords.repeated }]
			: [],
	);
}

const noTimeZone = said(
	"is no time zone, such as Europe/Berlin",
	"不是有效的时区，例如 Europe/Berlin",
);

const withoutId = ({ id: _, ...settings }: StoredSettings) => settings;
