// All contracts of the mall, for what is made of the whole: routes, docs, who listens to what.
import { acl } from "./acl.ts";
import { analytics } from "./analytics.ts";
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
import type { Action, ActionSpec, Contract } from "./schema.ts";

/** A contract of which only the whole matters. */
export interface AnyContract {
	readonly $: Contract<Record<string, ActionSpec>>;
}

export const contracts: readonly AnyContract[] = [
	users,
	auth,
	acl,
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

/** Every action of every contract, with its full name. */
export const actions: readonly Action[] = contracts.flatMap(({ $ }) =>
	Object.entries($.actions).map(([verb, spec]) => ({
		...spec,
		name: `v${$.version}.${$.service}.${verb}`,
		service: $.service,
	})),
);
