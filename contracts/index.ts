// All contracts of the mall, for what is made of the whole: routes, docs, who listens to what.
import { acl } from "./acl.ts";
import { analytics } from "./analytics.ts";
import { audit } from "./audit.ts";
import { auth } from "./auth.ts";
import { carts } from "./carts.ts";
import { content } from "./content.ts";
import { inventory } from "./inventory.ts";
import { jobs } from "./jobs.ts";
import { media } from "./media.ts";
import { notifications } from "./notifications.ts";
import { orders } from "./orders.ts";
import { payments } from "./payments.ts";
import { products } from "./products.ts";
import { promotions } from "./promotions.ts";
import { reviews } from "./reviews.ts";
import { search } from "./search.ts";
import { settings } from "./settings.ts";
import { system } from "./system.ts";
import { users } from "./users.ts";
import { findPlugins, rightsOf } from "./plugins.ts";
import type { AnyContract } from "./plugins.ts";
import type { Action } from "./schema.ts";

export type { AnyContract } from "./plugins.ts";

/** Those of the mall itself. */
export const ownContracts: readonly AnyContract[] = [
	users,
	auth,
	acl,
	audit,
	products,
	inventory,
	search,
	carts,
	promotions,
	orders,
	payments,
	reviews,
	content,
	media,
	notifications,
	analytics,
	settings,
	jobs,
	system,
];

export const { plugins, leftOut } = await findPlugins(ownContracts);

export const contracts = [...ownContracts, ...plugins.map(({ contract }) => contract)];

/** Areas and rights that plug-ins bring along. */
export const pluginAreas = plugins.flatMap(({ area }) => area ?? []);
export const pluginRights = pluginAreas.flatMap(rightsOf);

/** Every action of every contract, with its full name. */
export const actions: readonly Action[] = contracts.flatMap(({ $ }) =>
	Object.entries($.actions).map(([verb, spec]) => ({
		...spec,
		name: `v${$.version}.${$.service}.${verb}`,
		service: $.service,
	})),
);
