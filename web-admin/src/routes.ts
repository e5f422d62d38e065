// The pages of the console by area.
import type { RouteRecordRaw } from "vue-router";

export const sales: RouteRecordRaw[] = [
	{
		path: "/",
		name: "dashboard",
		component: () => import("./pages/dashboard/DashboardPage.vue"),
	},
	{
		path: "/orders",
		name: "orders",
		component: () => import("./pages/orders/OrdersPage.vue"),
		meta: { right: "orders:read" },
	},
	{
		path: "/orders/new",
		name: "order-new",
		component: () => import("./pages/orders/OrderNewPage.vue"),
		meta: { right: "orders:create", above: "orders" },
	},
	{
		path: "/orders/drafts",
		name: "order-drafts",
		component: () => import("./pages/orders/OrderDraftsPage.vue"),
		meta: { right: "orders:create", above: "orders" },
	},
	{
		path: "/orders/slips",
		name: "order-slips",
		component: () => import("./pages/orders/SlipsPage.vue"),
		meta: { right: "orders:read", above: "orders" },
	},
	{
		path: "/orders/:id",
		name: "order",
		component: () => import("./pages/orders/OrderPage.vue"),
		meta: { right: "orders:read", above: "orders" },
	},
	{
		path: "/returns",
		name: "returns",
		component: () => import("./pages/returns/ReturnsPage.vue"),
		meta: { right: "returns:read" },
	},
	{
		path: "/returns/:id",
		name: "return",
		component: () => import("./pages/returns/ReturnPage.vue"),
		meta: { right: "returns:read", above: "returns" },
	},
	{
		path: "/return-reasons",
		name: "return-reasons",
		component: () => import("./pages/returns/ReturnReasonsPage.vue"),
		meta: { right: "returns:read", above: "returns" },
	},
	{
		path: "/invoices",
		name: "invoices",
		component: () => import("./pages/orders/InvoicesPage.vue"),
		meta: { right: "orders:read" },
	},
	{
		path: "/payments",
		name: "payments",
		component: () => import("./pages/payments/ReconciliationPage.vue"),
		meta: { right: "payments:read" },
	},
	{
		path: "/customers",
		name: "customers",
		component: () => import("./pages/people/PeoplePage.vue"),
		props: { kind: "customer" },
		meta: { right: "users:read" },
	},
	{
		path: "/customers/:id",
		name: "customer",
		component: () => import("./pages/people/PersonPage.vue"),
		meta: { right: "users:read", above: "customers" },
	},
];

export const catalogue: RouteRecordRaw[] = [
	{
		path: "/products",
		name: "products",
		component: () => import("./pages/products/ProductsPage.vue"),
		meta: { right: "products:read" },
	},
	{
		path: "/products/new",
		name: "product-new",
		component: () => import("./pages/products/ProductPage.vue"),
		meta: { right: "products:write", above: "products" },
	},
	{
		path: "/products/:id",
		name: "product",
		component: () => import("./pages/products/ProductPage.vue"),
		meta: { right: "products:read", above: "products" },
	},
	{
		path: "/import",
		name: "import",
		component: () => import("./pages/products/ImportPage.vue"),
		meta: { right: "products:import" },
	},
	{
		path: "/categories",
		name: "categories",
		component: () => import("./pages/catalogue/CategoriesPage.vue"),
		meta: { right: "products:read" },
	},
	{
		path: "/brands",
		name: "brands",
		component: () => import("./pages/catalogue/BrandsPage.vue"),
		meta: { right: "products:read" },
	},
	{
		path: "/inventory",
		name: "inventory",
		component: () => import("./pages/inventory/InventoryPage.vue"),
		meta: { right: "inventory:read" },
	},
	{
		path: "/inventory/reconciliation",
		name: "stock-reconciliation",
		component: () => import("./pages/inventory/StockReconciliationPage.vue"),
		meta: { right: "inventory:read", above: "inventory" },
	},
	{
		path: "/media",
		name: "media",
		component: () => import("./pages/content/MediaPage.vue"),
		meta: { right: "media:read" },
	},
];

export const marketing: RouteRecordRaw[] = [
	{
		path: "/promotions",
		name: "promotions",
		component: () => import("./pages/marketing/PromotionsPage.vue"),
		meta: { right: "marketing:read" },
	},
	{
		path: "/coupons",
		name: "coupons",
		component: () => import("./pages/marketing/CouponsPage.vue"),
		meta: { right: "marketing:read" },
	},
	{
		path: "/banners",
		name: "banners",
		component: () => import("./pages/content/BannersPage.vue"),
		meta: { right: "content:read" },
	},
	{
		path: "/topics",
		name: "topics",
		component: () => import("./pages/content/TopicsPage.vue"),
		meta: { right: "content:read" },
	},
	{
		path: "/topics/new",
		name: "topic-new",
		component: () => import("./pages/content/TopicPage.vue"),
		meta: { right: "content:write", above: "topics" },
	},
	{
		path: "/topics/:id",
		name: "topic",
		component: () => import("./pages/content/TopicPage.vue"),
		meta: { right: "content:read", above: "topics" },
	},
];
