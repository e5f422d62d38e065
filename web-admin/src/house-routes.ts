// The pages of the console about the house itself: who works here, what they did, how it runs.
import type { RouteRecordRaw } from "vue-router";

export const house: RouteRecordRaw[] = [
	{
		path: "/staff",
		name: "staff",
		component: () => import("./pages/people/PeoplePage.vue"),
		props: { kind: "staff" },
		meta: { right: "users:read" },
	},
	{
		path: "/staff/:id",
		name: "colleague",
		component: () => import("./pages/people/PersonPage.vue"),
		meta: { right: "users:read", above: "staff" },
	},
	{
		path: "/staff/:id/rights",
		name: "colleague-rights",
		component: () => import("./pages/people/PersonRightsPage.vue"),
		meta: { right: "users:read", above: "staff" },
	},
	{
		path: "/roles",
		name: "roles",
		component: () => import("./pages/people/RolesPage.vue"),
		meta: { right: "roles:read" },
	},
	{
		path: "/role-comparison",
		name: "roles-compared",
		component: () => import("./pages/people/RoleComparisonPage.vue"),
		meta: { right: "roles:read", above: "roles" },
	},
	{
		path: "/roles/:key",
		name: "role",
		component: () => import("./pages/people/RolePage.vue"),
		meta: { right: "roles:read", above: "roles" },
	},
	{
		path: "/rights",
		name: "rights",
		component: () => import("./pages/people/RightsPage.vue"),
		meta: { right: "roles:read", above: "roles" },
	},
	{
		path: "/api-keys",
		name: "api-keys",
		component: () => import("./pages/people/ApiKeysPage.vue"),
		meta: { right: "keys:read" },
	},
	{
		path: "/audit",
		name: "audit",
		component: () => import("./pages/audit/AuditPage.vue"),
		meta: { right: "audit:read" },
	},
	{
		path: "/audit/:id",
		name: "audit-entry",
		component: () => import("./pages/audit/AuditEntryPage.vue"),
		meta: { right: "audit:read", above: "audit" },
	},
	{
		path: "/jobs",
		name: "jobs",
		component: () => import("./pages/jobs/JobsPage.vue"),
		meta: { right: "system:read" },
	},
	{
		path: "/jobs/:id",
		name: "job",
		component: () => import("./pages/jobs/JobPage.vue"),
		meta: { above: "jobs" },
	},
	{
		path: "/system",
		name: "system",
		component: () => import("./pages/system/SystemPage.vue"),
		meta: { right: "system:read" },
	},
	{
		path: "/settings",
		name: "settings",
		component: () => import("./pages/settings/SettingsPage.vue"),
		meta: { right: "settings:read" },
	},
	{
		path: "/profile",
		name: "profile",
		component: () => import("./pages/account/ProfilePage.vue"),
	},
];
