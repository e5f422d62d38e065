import { nextTick } from "vue";
import { createRouter, createWebHistory } from "vue-router";
import type { RouteRecordRaw } from "vue-router";
import { entrance } from "./entrance.ts";
import { withTexts } from "./i18n.ts";
import { flyPictures } from "./composables/usePictureFlight.ts";
import { keptLogin } from "./keeping.ts";

declare module "vue-router" {
	interface RouteMeta {
		/** Key of the page's name below `titles`; pages that know better set their own. */
		title?: string;
		needsLogin?: boolean;
		/** No header, bar or footer around it but the mark. */
		isBare?: boolean;
		/** Works while the shop rests: orders that are under way are finished. */
		staysOpen?: boolean;
	}
}

const account: RouteRecordRaw[] = [
	{
		path: "",
		name: "profile",
		component: withTexts(["being"], () => import("./pages/account/ProfilePage.vue")),
		meta: { title: "profile" },
	},
	{
		path: "addresses",
		name: "addresses",
		component: withTexts(
			["being", "buying"],
			() => import("./pages/account/AddressesPage.vue"),
		),
		meta: { title: "addresses" },
	},
	{
		path: "favourites",
		name: "favourites",
		component: withTexts(
			["choosing", "buying"],
			() => import("./pages/account/FavouritesPage.vue"),
		),
		meta: { title: "favourites" },
	},
	{
		path: "coupons",
		name: "my-coupons",
		component: withTexts(["being"], () => import("./pages/account/MyCouponsPage.vue")),
		meta: { title: "myCoupons" },
	},
	{
		path: "points",
		name: "my-points",
		component: withTexts(["being"], () => import("./pages/account/MyPointsPage.vue")),
		meta: { title: "myPoints" },
	},
	{
		path: "notifications",
		name: "notifications",
		component: withTexts(["being"], () => import("./pages/account/NotificationsPage.vue")),
		meta: { title: "notifications" },
	},
	{
		path: "security",
		name: "security",
		component: withTexts(
			["being", "securing"],
			() => import("./pages/account/SecurityPage.vue"),
		),
		meta: { title: "security" },
	},
	{
		path: "data",
		name: "own-data",
		component: withTexts(
			["being", "securing"],
			() => import("./pages/account/OwnDataPage.vue"),
		),
		meta: { title: "ownData" },
	},
	{
		path: "/orders",
		name: "orders",
		component: withTexts(["buying", "being"], () => import("./pages/orders/OrdersPage.vue")),
		meta: { title: "orders" },
	},
];

export const routes: RouteRecordRaw[] = [
	{
		path: "/",
		name: "home",
		component: () => import("./pages/home/HomePage.vue"),
	},
	{
		path: "/categories",
		name: "categories",
		component: withTexts(["choosing"], () => import("./pages/catalogue/CategoriesPage.vue")),
		meta: { title: "categories" },
	},
	{
		path: "/brands",
		name: "brands",
		component: withTexts(["choosing"], () => import("./pages/catalogue/BrandsPage.vue")),
		meta: { title: "brands" },
	},
	{
		path: "/c/:slug",
		name: "category",
		component: withTexts(["choosing"], () => import("./pages/catalogue/CategoryPage.vue")),
	},
	{
		path: "/b/:slug",
		name: "brand",
		component: withTexts(["choosing"], () => import("./pages/catalogue/BrandPage.vue")),
	},
	{
		path: "/t/:tag",
		name: "tag",
		component: withTexts(["choosing"], () => import("./pages/catalogue/TagPage.vue")),
	},
	{
		path: "/search",
		name: "search",
		component: withTexts(["choosing"], () => import("./pages/catalogue/SearchPage.vue")),
		meta: { title: "search" },
	},
	{
		path: "/p/:slug",
		name: "product",
		component: withTexts(["choosing"], () => import("./pages/product/ProductPage.vue")),
	},
	{
		path: "/cart",
		name: "cart",
		component: withTexts(["buying"], () => import("./pages/cart/CartPage.vue")),
		meta: { title: "cart" },
	},
	{
		path: "/checkout",
		name: "checkout",
		component: withTexts(
			["choosing", "buying", "being"],
			() => import("./pages/checkout/CheckoutPage.vue"),
		),
		meta: { title: "checkout", isBare: true },
	},
	{
		path: "/orders/find",
		name: "find-order",
		component: withTexts(["buying"], () => import("./pages/orders/FindOrderPage.vue")),
		meta: { title: "findOrder", staysOpen: true },
	},
	{
		path: "/orders/:id",
		name: "order",
		component: withTexts(
			["choosing", "buying", "being"],
			() => import("./pages/orders/OrderPage.vue"),
		),
		meta: { title: "order", staysOpen: true },
	},
	{
		path: "/pay/:id",
		name: "pay-order",
		component: withTexts(["choosing", "buying"], () => import("./pages/orders/PayPage.vue")),
		meta: { title: "payOrder", isBare: true, staysOpen: true },
	},
	...entrance,
	{
		path: "/account",
		component: withTexts(["being"], () => import("./pages/account/AccountPage.vue")),
		meta: { needsLogin: true, staysOpen: true },
		children: account,
	},
	{
		path: "/coupons",
		name: "coupons",
		component: withTexts(["being"], () => import("./pages/content/CouponsPage.vue")),
		meta: { title: "coupons" },
	},
	{
		path: "/topics/:slug",
		name: "topic",
		component: () => import("./pages/content/TopicPage.vue"),
	},
	{
		path: "/:anything(.*)*",
		name: "not-found",
		component: () => import("./pages/errors/NotFoundPage.vue"),
		meta: { title: "notFound" },
	},
];

export const router = createRouter({
	history: createWebHistory(),
	routes,
	async scrollBehavior(to, from, saved) {
		if (saved) {
			await nextTick();
			return saved;
		}
		if (to.hash) return { el: to.hash };
		return to.path === from.path ? false : { top: 0 };
	},
});

router.beforeEach((to) => {
	if (!to.meta.needsLogin || keptLogin.value) return true;
	return { name: "login", query: { next: to.fullPath } };
});

flyPictures(router);
