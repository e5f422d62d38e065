// Every page of the mall by its address: what it is called, and the part that shows it.
import { content } from "#contracts/content";
import { plugins } from "#contracts/index";
import { products } from "#contracts/products";
import type { CategoryTree } from "#contracts/products";
import type { Language } from "#contracts/schema";
import type { PublicShop } from "#contracts/settings";
import { call } from "#mixins/service";
import { summaryOf } from "./head.ts";
import type { Head } from "./head.ts";
import { productData, siteData, trailData } from "./json-ld.ts";
import { startPage, tagline, titles } from "./words.ts";

export interface Asked {
	/** What stands in the address for `:slug`. */
	slug: string;
	language: Language;
	origin: string;
	shop: PublicShop;
	/** Asks the services in the reader's language. */
	caller: Parameters<typeof call>[0];
}

interface Page {
	/** The file of web-mall/src/pages that shows it. */
	part: string;
	head(asked: Asked): Head | Promise<Head>;
}

type Title = (typeof titles)[keyof typeof titles];

const open = (part: string, path: string, title: Title): Page => ({
	part,
	head: ({ language }) => ({ title: title[language], description: tagline[language], path }),
});
/** Of use to the one who is there, and nothing to be found. */
const hidden = (part: string, title: Title): Page => ({
	part,
	head: ({ language }) => ({ title: title[language] }),
});

/** What it is called only its page knows. */
const ofPlugin: Page = { part: "", head: () => ({}) };

export const pages: Record<string, Page> = {
	"/": { part: "home/HomePage", head: home },
	"/categories": open("catalogue/CategoriesPage", "/categories", titles.categories),
	"/brands": open("catalogue/BrandsPage", "/brands", titles.brands),
	"/coupons": open("content/CouponsPage", "/coupons", titles.coupons),
	"/c/:slug": { part: "catalogue/CategoryPage", head: category },
	"/b/:slug": { part: "catalogue/BrandPage", head: brand },
	"/t/:slug": { part: "catalogue/TagPage", head: tag },
	"/p/:slug": { part: "product/ProductPage", head: product },
	"/topics/:slug": { part: "content/TopicPage", head: topic },
	"/search": hidden("catalogue/SearchPage", titles.search),
	"/cart": hidden("cart/CartPage", titles.cart),
	"/checkout": hidden("checkout/CheckoutPage", titles.checkout),
	"/orders": hidden("orders/OrdersPage", titles.orders),
	"/orders/find": hidden("orders/FindOrderPage", titles.findOrder),
	"/orders/:slug": hidden("orders/OrderPage", titles.order),
	"/pay/:slug": hidden("orders/PayPage", titles.payOrder),
	"/login": hidden("account/LoginPage", titles.login),
	"/forgot-password": hidden("account/ForgotPasswordPage", titles.login),
	"/reset-password": hidden("account/ResetPasswordPage", titles.login),
	"/confirm-email": hidden("account/ConfirmEmailPage", titles.account),
	"/signed-in": hidden("account/SignedInPage", titles.login),
	"/register": hidden("account/RegisterPage", titles.register),
	"/account": hidden("account/AccountPage", titles.account),
	"/account/:slug": hidden("account/AccountPage", titles.account),
	...Object.fromEntries(plugins.map(({ name }) => [`/more/${name}`, ofPlugin])),
};

const unknown: Page = {
	part: "errors/NotFoundPage",
	head: ({ language }) => ({ title: titles.notFound[language], status: 404 }),
};

/** The page at an address, and what stands there for `:slug`. */
export function pageAt(path: string): { page: Page; slug: string } {
	const exact = pages[path];
	if (exact) return { page: exact, slug: "" };
	const [, area = "", slug = "", ...rest] = path.split("/");
	const page = rest.length === 0 && slug ? pages[`/${area}/:slug`] : undefined;
	return { page: page ?? unknown, slug };
}

function home({ shop, origin, language }: Asked): Head {
	const data = [siteData(shop.name, origin)];
	return { description: tagline[language], path: "/", data };
}

async function product({ slug, shop, origin, language, caller }: Asked): Promise<Head> {
	const found = await call(caller, products.get, { idOrSlug: slug });
	const path = `/p/${found.slug}`;
	const trail = [...found.breadcrumbs.map(aisle), { name: found.name, path }];
	return {
		title: found.name,
		description: found.subtitle || summaryOf(found.description) || tagline[language],
		image: found.image,
		path,
		kind: "product",
		data: [
			productData(found, { origin, ...shop }),
			trailData([start(language), ...trail], origin),
		],
	};
}

async function category({ slug, origin, language, caller }: Asked): Promise<Head> {
	const tree = await call(caller, products.categories, {});
	const way = wayTo(tree, slug);
	const found = way.at(-1);
	if (!found) return { title: titles.notFound[language], status: 404 };
	return {
		title: found.name,
		description: `${way.map(({ name }) => name).join(" › ")}. ${tagline[language]}`,
		image: found.image,
		path: `/c/${found.slug}`,
		data: [trailData([start(language), ...way.map(aisle)], origin)],
	};
}

function wayTo(tree: readonly CategoryTree[], slug: string): CategoryTree[] {
	for (const one of tree) {
		if (one.slug === slug || one.id === slug) return [one];
		const below = wayTo(one.children, slug);
		if (below.length > 0) return [one, ...below];
	}
	return [];
}

async function brand({ slug, language, caller }: Asked): Promise<Head> {
	const found = await call(caller, products.brand, { idOrSlug: slug });
	const description = summaryOf(found.description) || tagline[language];
	return { title: found.name, description, image: found.image, path: `/b/${found.slug}` };
}

async function tag({ slug, language, caller }: Asked): Promise<Head> {
	const [{ total }, { words }] = await Promise.all([
		call(caller, products.list, { tag: slug, pageSize: 1 }),
		call(caller, products.words),
	]);
	if (total === 0) return { title: titles.notFound[language], status: 404 };
	const path = `/t/${encodeURIComponent(slug)}`;
	const title = Object.hasOwn(words, slug) ? words[slug] : undefined;
	return { title: title ?? slug, description: tagline[language], path };
}

async function topic({ slug, caller }: Asked): Promise<Head> {
	const { title, summary, image, ...found } = await call(caller, content.topic, {
		idOrSlug: slug,
	});
	return { title, description: summary, image, path: `/topics/${found.slug}`, kind: "article" };
}

const aisle = ({ name, slug }: { name: string; slug: string }) => ({ name, path: `/c/${slug}` });
const start = (language: Language) => ({ name: startPage[language], path: "/" });
