import { settings, settingsChanged } from "#contracts/settings";
import { shippingChoices } from "#domain/shipping";
import { collection, db } from "#mixins/db";
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

const withoutId = ({ id: _, ...settings }: StoredSettings) => settings;
