// The rights that the mall knows. Contracts name them in `access`; administrators bundle them in roles.

/** Every built-in area with its rights. A right's key is `area:right`. */
export const areas = {
	orders: {
		name: "Orders",
		rights: {
			read: "See orders",
			write: "Change address, note and money of an order",
			ship: "Hand orders to the carrier",
			cancel: "Cancel orders",
			refund: "Refund payments and capture cash on delivery",
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
		},
	},
	roles: {
		name: "Roles",
		rights: { read: "See roles, areas and rights", write: "Make roles, areas and rights" },
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
