import { acl } from "./en/acl.ts";
import { audit } from "./en/audit.ts";
import { catalogue } from "./en/catalogue.ts";
import { dashboard } from "./en/dashboard.ts";
import { house } from "./en/house.ts";
import { marketing } from "./en/marketing.ts";
import { orders } from "./en/orders.ts";
import { own } from "./en/own.ts";
import { payments } from "./en/payments.ts";
import { people } from "./en/people.ts";
import { products } from "./en/products.ts";
import { returns } from "./en/returns.ts";
import { securing } from "./en/securing.ts";
import { shell } from "./en/shell.ts";

export const en = {
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
export type Texts = typeof en;
