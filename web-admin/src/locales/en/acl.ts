// Names of the built-in areas, rights and roles; own ones are named by whoever makes them.
export const acl = {
	acl: {
		areas: {
			orders: "Orders",
			payments: "Payments",
			returns: "Returns",
			products: "Products",
			inventory: "Inventory",
			media: "Media",
			reviews: "Reviews",
			marketing: "Marketing",
			content: "Content",
			users: "Users",
			roles: "Roles",
			keys: "API keys",
			audit: "Audit log",
			insights: "Insights",
			search: "Search",
			system: "System",
			settings: "Settings",
		},
		rights: {
			orders: {
				read: "See orders",
				create: "Order for customers and send them links to pay by",
				write: "Change address, note and money of an order",
				ship: "Hand orders to the carrier",
				cancel: "Cancel orders",
				refund: "Refund payments and capture cash on delivery",
			},
			payments: {
				read: "See where the books of payments and orders disagree",
				write: "Compare the books and ask providers how payments stand",
			},
			returns: {
				read: "See returns",
				write: "Approve, reject, receive and refund returns",
			},
			products: {
				read: "See drafts and recycled products",
				write: "Create, change and recycle products, categories, brands and tags",
				publish: "Publish and unpublish products",
				import: "Import and export products",
			},
			inventory: {
				read: "See stock and movements",
				adjust: "Adjust stock",
			},
			media: {
				read: "See uploaded files",
				write: "Upload and remove files",
			},
			reviews: {
				read: "See all reviews",
				moderate: "Approve, hide, reply",
			},
			marketing: {
				read: "See promotions, coupons and flash sales",
				write: "Create and change promotions, coupons and flash sales",
			},
			content: {
				read: "See unpublished content",
				write: "Change banners, home page and topics",
			},
			users: {
				read: "See customers and staff",
				write: "Create, change and disable users",
				assign: "Give roles and withdraw them",
				points: "Give customers points and take them away",
				security: "Log somebody out, lift their lock, take a lost second factor from them",
			},
			roles: {
				read: "See roles, areas and rights",
				write: "Make roles, areas and rights",
			},
			keys: {
				read: "See API keys",
				write: "Make API keys and withdraw them",
			},
			audit: {
				read: "See the audit log",
			},
			insights: {
				read: "See sales and search figures",
			},
			search: {
				read: "See the search desk",
				write: "Change synonyms and pins, rebuild the index",
			},
			system: {
				read: "See nodes, services and jobs",
				write: "Switch maintenance mode",
			},
			settings: {
				read: "See settings",
				write: "Change settings",
			},
		},
		roles: {
			customer: {
				name: "Customer",
				description: "Buys in the mall; sees only what is their own",
			},
			clerk: {
				name: "Clerk",
				description: "The day's work: orders, returns, stock and the catalogue to look at",
			},
			manager: {
				name: "Manager",
				description:
					"Runs the shop; does not decide who may do what, nor how the system is set",
			},
			administrator: { name: "Administrator", description: "May do everything" },
		},
	},
};
