// The pages on which people come in: with a password, by somebody who vouches, by a mail's link.
import type { RouteRecordRaw } from "vue-router";
import { withTexts } from "./i18n.ts";

export const entrance: RouteRecordRaw[] = [
	{
		path: "/login",
		name: "login",
		component: withTexts(["being", "securing"], () => import("./pages/account/LoginPage.vue")),
		meta: { title: "login", staysOpen: true },
	},
	{
		path: "/signed-in",
		name: "signed-in",
		component: withTexts(
			["being", "securing"],
			() => import("./pages/account/SignedInPage.vue"),
		),
		meta: { title: "signedIn", staysOpen: true },
	},
	{
		path: "/register",
		name: "register",
		component: withTexts(
			["being", "securing"],
			() => import("./pages/account/RegisterPage.vue"),
		),
		meta: { title: "register" },
	},
	{
		path: "/forgot-password",
		name: "forgot-password",
		component: withTexts(
			["being", "securing"],
			() => import("./pages/account/ForgotPasswordPage.vue"),
		),
		meta: { title: "forgotPassword", staysOpen: true },
	},
	{
		path: "/reset-password",
		name: "reset-password",
		component: withTexts(
			["being", "securing"],
			() => import("./pages/account/ResetPasswordPage.vue"),
		),
		meta: { title: "resetPassword", staysOpen: true },
	},
	{
		path: "/confirm-email",
		name: "confirm-email",
		component: withTexts(
			["being", "securing"],
			() => import("./pages/account/ConfirmEmailPage.vue"),
		),
		meta: { title: "confirmEmail", staysOpen: true },
	},
];
