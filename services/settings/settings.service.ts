import { settings, settingsChanged } from "#contracts/settings";
import { fieldWords, said } from "#domain/field-words";
import { shippingChoices } from "#domain/shipping";
import { isTimeZone } from "#domain/schedule";
import { collection, db } from "#mixins/db";
import { invalid } from "#mixins/errors";
import { hint } from "#mixins/hints";
import { tell } from "#mixins/outbox";
import { service } from "#mixins/service";
import { stored } from "./initial.ts";
import type { StoredSettings } from "./initial.ts";

export default service(settings, {
	mixins: [db({ settings: collection<StoredSettings>() })],

	actions: {
		async shop() {
			return (await stored(this.db.settings)).shop;
		},

		async shippingMethods(ctx) {
			const { shippingMethods } = await stored(this.db.settings);
			return shippingChoices(shippingMethods, 0, ctx.params.country);
		},

		async get() {
			return withoutId(await stored(this.db.settings));
		},

		async update(ctx) {
			const { version, shop, ...changes } = ctx.params;
			const before = await stored(this.db.settings);
			const changed = { ...before, ...changes, shop: { ...before.shop, ...shop }, version };
			refuseWrong(changed);

			const saved = await this.db.settings.replace(
				changed,
				tell(settingsChanged, { version }),
			);
			hint(ctx, "settings");
			return withoutId(saved);
		},

		async current() {
			return withoutId(await stored(this.db.settings));
		},
	},
});

/** What no schema can say. */
function refuseWrong({ shop, shippingMethods }: StoredSettings) {
	const keys = shippingMethods.map(({ key }) => key);
	const wrong = keys.flatMap((key, index) =>
		keys.indexOf(key) < index
			? [{ path: `shippingMethods.${index}.key`, ...fieldWords.repeated }]
			: [],
	);
	if (!isTimeZone(shop.timeZone)) wrong.push({ path: "shop.timeZone", ...noTimeZone });
	if (wrong.length > 0) invalid(wrong);
}

const noTimeZone = said(
	"is no time zone, such as Europe/Berlin",
	"不是有效的时区,例如 Europe/Berlin",
);

const withoutId = ({ id: _, ...settings }: StoredSettings) => settings;
