import { createRouter, createWebHistory } from "vue-router";
import { house } from "./house-routes.ts";
import { keptLogin } from "./keeping.ts";
import { catalogue, marketing, sales } from "./routes.ts";
import { useSessionStore } from "./stores/session.ts";

declare module "vue-router" {
	interface RouteMeta {
		/** The right that the page needs. */
		right?: string;
		/** Name of the page above it in the breadcrumbs. */
		above?: string;
		/** Open to everybody, without the frame. */
		isBare?: boolean;
		/** Though bare, for somebody who is logged in. */
		needsLogin?: boolean;
	}
}

export const router = createRouter({
	history: createWebHistory("/admin/"),
	routes: [
		{
			path: "/login",
			name: "login",
			component: () => import("./pages/account/LoginPage.vue"),
			meta: { isBare: true },
		},
		{
			path: "/signed-in",
			name: "signed-in",
			component: () => import("./pages/account/SignedInPage.vue"),
			meta: { isBare: true },
		},
		{
			path: "/forgot-password",
			name: "forgot-password",
			component: () => import("./pages/account/ForgotPasswordPage.vue"),
			meta: { isBare: true },
		},
		{
			path: "/reset-password",
			name: "reset-password",
			component: () => import("./pages/account/ResetPasswordPage.vue"),
			meta: { isBare: true },
		},
		{
			path: "/second-factor",
			name: "second-factor",
			component: () => import("./pages/account/SecondFactorPage.vue"),
			meta: { isBare: true, needsLogin: true },
		},
		...sales,
		...catalogue,
		...marketing,
		...house,
		{
			path: "/:anything(.*)*",
			name: "not-found",
			component: () => import("./pages/errors/NotFoundPage.vue"),
		},
	],
	scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

router.beforeEach(async (to) => {
	if (to.meta.isBare && !to.meta.needsLogin) return true;
	const next = to.fullPath === "/" ? {} : { next: to.fullPath };
	if (!keptLogin.value) return { name: "login", query: next };
	const session = useSessionStore();
	await session.ready();
	if (!keptLogin.value) return { name: "login", query: next };
	if (session.mustSetUp && !to.meta.isBare) return { name: "second-factor", query: next };
	return true;
});
