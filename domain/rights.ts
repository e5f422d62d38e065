// The rights that the mall knows. Contracts name them in `access`; administrators bundle them in roles.

/** Every built-in area with its rights. A right's key is `area:right`. */
export const areas = {
	orders: {
		name: "Orders",
		rights: {
			read: "See orders",
			create: "Order for customers and send them links to pay by",
			write: "Change address, note and money of an order",
			ship: "Hand orders to the carrier",
			cancel: "Cancel orders",
			refund: "Refund payments and capture cash on delivery",
		},
	},
	payments: {
		name: "Payments",
		rights: {
			read: "See where the books of payments and orders disagree",
			write: "Compare the books and ask providers how payments stand",
		},
	},
	returns: {
		name: "Returns",
		rights: { read: "See returns", write: "Approve, reject, receive and refund returns" },
	},
	products: {
		name: "Products",
		rights: {
			read: "See drafts and recycled products",
			write: "Create, change and recycle products, categories, brands and tags",
			publish: "Publish and unpublish products",
			import: "Import and export products",
		},
	},
	inventory: {
		name: "Inventory",
		rights: { read: "See stock and movements", adjust: "Adjust stock" },
	},
	media: {
		name: "Media",
		rights: { read: "See uploaded files", write: "Upload and remove files" },
	},
	reviews: {
		name: "Reviews",
		rights: { read: "See all reviews", moderate: "Approve, hide, reply" },
	},
	marketing: {
		name: "Marketing",
		rights: {
			read: "See promotions, coupons and flash sales",
			write: "Create and change promotions, coupons and flash sales",
		},
	},
	content: {
		name: "Content",
		rights: { read: "See unpublished content", write: "Change banners, home page and topics" },
	},
	users: {
		name: "Users",
		rights: {
			read: "See customers and staff",
			write: "Create, change and disable users",
			assign: "Give roles and withdraw them",
			points: "Give customers points and take them away",
			security: "Log somebody out, lift their lock, take a lost second factor from them",
		},
	},
	roles: {
		name: "Roles",
		rights: { read: "See roles, areas and rights", write: "Make roles, areas and rights" },
	},
	keys: {
		name: "API keys",
		rights: { read: "See API keys", write: "Make API keys and withdraw them" },
	},
	audit: { name: "Audit log", rights: { read: "See the audit log" } },
	insights: { name: "Insights", rights: { read: "See sales and search figures" } },
	search: {
		name: "Search",
		rights: {
			read: "See the search desk",
			write: "Change synonyms and pins, rebuild the index",
		},
	},
	system: {
		name: "System",
		rights: { read: "See nodes, services and jobs", write: "Switch maintenance mode" },
	},
	settings: { name: "Settings", rights: { read: "See settings", write: "Change settings" } },
} as const;

export type Area = keyof typeof areas;
export type Right = { [A in Area]: `${A}:${keyof (typeof areas)[A]["rights"] & string}` }[Area];

/** All built-in right keys, in the order of the table. */
export const rights = Object.entries(areas).flatMap(([area, { rights }]) =>
	Object.keys(rights).map((right) => `${area}:${right}`),
);

/** What an action may ask of its caller: a login, a right, nothing, or to be a service of ours. */
export type Access = "public" | "signed-in" | "internal" | (string & {});

/** A role of the table below. */
export type BuiltInRole = keyof typeof builtInRoles;

const forAdministrators = [
	"users:assign",
	"roles:write",
	"keys:write",
	"settings:write",
	"system:write",
];

/** The roles that every mall has; they can't be removed. */
export const builtInRoles = {
	customer: {
		name: "Customer",
		description: "Buys in the mall; sees only what is their own",
		rights: [],
	},
	clerk: {
		name: "Clerk",
		description: "The day's work: orders, returns, stock and the catalogue to look at",
		rights: [
			"orders:read",
			"orders:create",
			"orders:write",
			"orders:ship",
			"orders:cancel",
			"returns:read",
			"returns:write",
			"products:read",
			"inventory:read",
			"inventory:adjust",
			"media:read",
			"reviews:read",
		],
	},
	manager: {
		name: "Manager",
		description: "Runs the shop; does not decide who may do what, nor how the system is set",
		rights: rights.filter((right) => !forAdministrators.includes(right)),
	},
	administrator: { name: "Administrator", description: "May do everything", rights },
} satisfies Record<string, { name: string; description: string; rights: readonly string[] }>;

/** All rights that these bring along, themselves included; circles of bundles do no harm. */
export function expand(
	held: Iterable<string>,
	includes: Readonly<Record<string, readonly string[]>>,
): Set<string> {
	const all = new Set(held);
	// Why: a Set's iteration also visits what is added during it, so bundles of bundles unfold.
	for (const right of all) {
		for (const bundled of Object.hasOwn(includes, right) ? (includes[right] ?? []) : []) {
			all.add(bundled);
		}
	}
	return all;
}

/** True when a signed-in person with these (expanded) rights may do what asks for this access. */
export function allows(held: ReadonlySet<string>, access: Access): boolean {
	if (access === "internal") {
		return false;
	}
	return access === "public" || access === "signed-in" || held.has(access);
}

/** The wanted rights that the granter lacks; nobody can give what they don't have. */
export function canGrant(held: ReadonlySet<string>, wanted: Iterable<string>): string[] {
	return [...new Set(wanted)].filter((right) => !held.has(right));
}
