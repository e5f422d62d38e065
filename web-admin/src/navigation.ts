// What the rail and the command palette offer. Which right a page needs stands in the router.
import {
	BadgePercent,
	Boxes,
	FileText,
	FolderTree,
	Image,
	KeyRound,
	LayoutDashboard,
	ListChecks,
	Megaphone,
	Newspaper,
	Package,
	Scale,
	ScrollText,
	Server,
	Settings,
	ShieldCheck,
	ShoppingCart,
	Tag,
	TicketPercent,
	Undo2,
	Upload,
	UserCog,
	Users,
} from "@lucide/vue";
import type { Component } from "vue";

export interface NavItem {
	/** Name of the route, and key of its word below `nav`. */
	name: string;
	icon: Component;
}

export interface NavGroup {
	key: string;
	items: NavItem[];
}

export const navigation: NavGroup[] = [
	{
		key: "work",
		items: [
			{ name: "dashboard", icon: LayoutDashboard },
			{ name: "orders", icon: ShoppingCart },
			{ name: "returns", icon: Undo2 },
			{ name: "invoices", icon: FileText },
			{ name: "payments", icon: Scale },
			{ name: "customers", icon: Users },
		],
	},
	{
		key: "catalogue",
		items: [
			{ name: "products", icon: Package },
			{ name: "inventory", icon: Boxes },
			{ name: "categories", icon: FolderTree },
			{ name: "brands", icon: Tag },
			{ name: "media", icon: Image },
			{ name: "import", icon: Upload },
		],
	},
	{
		key: "marketing",
		items: [
			{ name: "promotions", icon: BadgePercent },
			{ name: "coupons", icon: TicketPercent },
			{ name: "banners", icon: Megaphone },
			{ name: "topics", icon: Newspaper },
		],
	},
	{
		key: "house",
		items: [
			{ name: "staff", icon: UserCog },
			{ name: "roles", icon: ShieldCheck },
			{ name: "api-keys", icon: KeyRound },
			{ name: "audit", icon: ScrollText },
			{ name: "jobs", icon: ListChecks },
			{ name: "system", icon: Server },
			{ name: "settings", icon: Settings },
		],
	},
];
