// Names of the mall's pages that have no name of their own in the catalogue.
import type { Language } from "#contracts/schema";

type Words = Record<Language, string>;

export const tagline: Words = {
	en: "Well-made things for every day, delivered in days.",
	zh: "为日常生活精心挑选的好物，数日送达。",
};

export const startPage: Words = { en: "Home", zh: "首页" };

export const titles = {
	categories: { en: "All categories", zh: "全部分类" },
	brands: { en: "Brands", zh: "品牌" },
	coupons: { en: "Coupons", zh: "领券中心" },
	search: { en: "Search", zh: "搜索" },
	cart: { en: "Cart", zh: "购物车" },
	checkout: { en: "Checkout", zh: "结算" },
	order: { en: "Order", zh: "订单" },
	orders: { en: "Orders", zh: "我的订单" },
	findOrder: { en: "Find an order", zh: "查询订单" },
	payOrder: { en: "Pay for an order", zh: "支付订单" },
	login: { en: "Log in", zh: "登录" },
	register: { en: "Create an account", zh: "注册账号" },
	account: { en: "Profile", zh: "个人资料" },
	notFound: { en: "Not found", zh: "页面不存在" },
} satisfies Record<string, Words>;
