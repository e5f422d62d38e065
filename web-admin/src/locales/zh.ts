import type { Texts } from "./en.ts";
import { acl } from "./zh/acl.ts";
import { audit } from "./zh/audit.ts";
import { catalogue } from "./zh/catalogue.ts";
import { dashboard } from "./zh/dashboard.ts";
import { house } from "./zh/house.ts";
import { marketing } from "./zh/marketing.ts";
import { orders } from "./zh/orders.ts";
import { own } from "./zh/own.ts";
import { payments } from "./zh/payments.ts";
import { people } from "./zh/people.ts";
import { products } from "./zh/products.ts";
import { returns } from "./zh/returns.ts";
import { securing } from "./zh/securing.ts";
import { shell } from "./zh/shell.ts";

export const zh: Texts = {
	...shell,
	...dashboard,
	...orders,
	...returns,
	...products,
	...catalogue,
	...marketing,
	...people,
	...payments,
	...house,
	...acl,
	...securing,
	...audit,
	...own,
};
