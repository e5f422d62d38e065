import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { Errors } from "moleculer";
import { describe, expect, it } from "vitest";
import { FinishedBodies } from "../finished-bodies.ts";
import { mallDocument } from "./document.ts";
import { pageAt, pages } from "./page-heads.ts";

const index = `<!doctype html>
<html lang="en">
	<head>
		<!--head-->
		<title>Micro-mall</title>
		<!--/head-->
	</head>
</html>`;
const manifest = {
	"index.html": { file: "assets/index.js", imports: ["_shared.js"], isEntry: true },
	"_shared.js": { file: "assets/shared.js" },
	"_card.js": { file: "assets/card.js" },
	"src/pages/product/ProductPage.vue": {
		file: "assets/product.js",
		imports: ["_shared.js", "_card.js"],
	},
};

const lamp = {
	slug: "mushroom-lamp",
	name: 'The "Mushroom" <Lamp>',
	subtitle: "A small moon",
	description: "<p>Glows.</p>",
	brand: { id: "b", slug: "lume", name: "Lume" },
	image: "/media/lamp.webp",
	images: [{ url: "/media/lamp.webp", alt: "", width: null, height: null }],
	breadcrumbs: [{ id: "c", slug: "lamps", name: "Lamps" }],
	price: 4900,
	inStock: true,
	rating: { average: 4.5, count: 8 },
	variants: [
		{ sku: "L-1", price: 4900 },
		{ sku: "L-2", price: 5900 },
	],
};
const lamps = { id: "c", slug: "lamps", name: "Lamps", image: null, children: [] };

const gone = new Errors.MoleculerClientError("gone", 404, "PRODUCT_NOT_FOUND");

type Answer = (params: { [name: string]: unknown }, locale: string) => unknown;

/** A broker whose services answer from a table; what isn't in it never answers. */
function aPaper(answers: Record<string, Answer> = {}) {
	const all: Record<string, Answer> = {
		"v1.settings.shop": () => ({ name: "Shop", currency: "USD", minorUnits: 2 }),
		"v1.products.get": ({ idOrSlug }) => {
			if (idOrSlug !== lamp.slug) throw gone;
			return lamp;
		},
		"v1.products.categories": () => [
			{ ...lamps, slug: "home", name: "Home", children: [lamps] },
		],
		"v1.products.words": (_, locale) => ({ words: locale === "zh" ? { gift: "礼物" } : {} }),
		"v1.products.list": ({ tag }) => ({ total: tag === "gift" ? 3 : 0 }),
		...answers,
	};
	const asked: string[] = [];
	const broker = {
		async call(
			name: string,
			params: Record<string, unknown>,
			options: { meta: { locale: string } },
		) {
			asked.push(name);
			return all[name]?.(params, options.meta.locale) ?? new Promise(() => {});
		},
	};
	const paper = { index, manifest, headers: {}, broker, bodies: new FinishedBodies() };
	const document = mallDocument(paper);
	return {
		asked,
		bodies: paper.bodies,
		open: (path: string, language = "en") => visit(document, path, language),
	};
}

async function visit(document: ReturnType<typeof mallDocument>, path: string, language: string) {
	let status = 0;
	const { promise: sent, resolve: end } = Promise.withResolvers<Buffer>();
	const response = {
		writeHead(code: number) {
			status = code;
			return response;
		},
		end,
	};
	const request = { method: "GET", headers: { "accept-language": language } };
	await document(
		request as unknown as IncomingMessage,
		response as unknown as ServerResponse,
		path,
	);
	const html = (await sent).toString();
	const data = [...html.matchAll(/ld\+json">(.*?)<\/script>/gs)].map(([, json]) =>
		JSON.parse(json!),
	);
	return { status, html, data };
}

describe("the mall's document", () => {
	it("of a product says what it is, what it costs and where it lies", async () => {
		const { status, html, data } = await aPaper().open("/p/mushroom-lamp");

		expect(status).toBe(200);
		expect(html).toContain("<title>The &quot;Mushroom&quot; &lt;Lamp&gt; · Shop</title>");
		expect(html).toContain('content="A small moon"');
		expect(data).toMatchObject([
			{
				"@type": "Product",
				offers: {
					"@type": "AggregateOffer",
					lowPrice: "49.00",
					highPrice: "59.00",
					priceCurrency: "USD",
					availability: "https://schema.org/InStock",
				},
				aggregateRating: { ratingValue: 4.5, reviewCount: 8 },
			},
			{
				"@type": "BreadcrumbList",
				itemListElement: [{ name: "Home" }, { name: "Lamps" }, { name: lamp.name }],
			},
		]);
	});

	it("asks for the parts of the page at once, and for none twice", async () => {
		const { html } = await aPaper().open("/p/mushroom-lamp");

		const files = [...html.matchAll(/modulepreload" crossorigin href="([^"]+)"/g)];
		expect(files.map(([, file]) => file)).toEqual(["/assets/product.js", "/assets/card.js"]);
	});

	it("calls a tag in the reader's language", async () => {
		const paper = aPaper();

		const { html } = await paper.open("/t/gift", "zh-CN");

		expect(html).toContain("<title>礼物 · Shop</title>");
	});

	it.each(["/p/no-such-thing", "/c/no-such-shelf", "/t/no-such-tag", "/no/such/page", "/p/a/b"])(
		"says 404 at %s, to be found by nobody",
		async (path) => {
			const { status, html } = await aPaper().open(path);

			expect(status).toBe(404);
			expect(html).toContain("<title>Not found · Shop</title>");
			expect(html).toContain("noindex");
		},
	);

	it("speaks the language that is asked for, and asks the services in it", async () => {
		const paper = aPaper({
			"v1.products.get": (_, locale) => ({ ...lamp, name: `lamp ${locale}` }),
		});

		const { html, data } = await paper.open("/p/mushroom-lamp", "zh-CN");

		expect(html).toContain('<html lang="zh">');
		expect(html).toContain("<title>lamp zh · Shop</title>");
		expect(data[1].itemListElement[0].name).toBe("首页");
	});

	it("is made once for many, until the catalogue changes", async () => {
		const paper = aPaper();
		await paper.open("/c/lamps");
		await paper.open("/c/lamps");
		expect(paper.asked).toEqual(["v1.settings.shop", "v1.products.categories"]);

		paper.bodies.drop("catalogue");
		await paper.open("/c/lamps");

		expect(paper.asked.filter((name) => name === "v1.products.categories")).toHaveLength(2);
	});

	it("comes without a word about itself when a service is down, and is not kept", async () => {
		const paper = aPaper({
			"v1.products.get": () => {
				throw new Errors.ServiceNotFoundError({});
			},
		});

		const { status, html } = await paper.open("/p/mushroom-lamp");
		await paper.open("/p/mushroom-lamp");

		expect(status).toBe(200);
		expect(html).toContain("<title>Micro-mall</title>");
		expect(html).not.toContain("noindex");
		expect(paper.asked.filter((name) => name === "v1.products.get")).toHaveLength(2);
	});

	it("comes also when a service does not answer", async () => {
		const { status, html } = await aPaper({ "v1.settings.shop": () => undefined }).open("/");

		expect(status).toBe(200);
		expect(html).toContain("<title>Micro-mall</title>");
	});
});

describe("the table of pages", () => {
	const mall = resolve(import.meta.dirname, "../../../web-mall/src");
	const router = ["router.ts", "entrance.ts"]
		.map((name) => readFileSync(resolve(mall, name), "utf8"))
		.join("\n");

	it("knows every address of the mall", () => {
		const paths = [...router.matchAll(/^\t+path: "(\/[^"]*)",$/gm)]
			.map(([, path]) => path!)
			.filter((path) => !path.includes("*"));

		const unknown = paths.filter(
			(path) => pageAt(path.replace(/:\w+/, "some")).page.part === "errors/NotFoundPage",
		);

		expect(paths.length).toBeGreaterThan(15);
		expect(unknown).toEqual([]);
	});

	it("names parts that the mall has", () => {
		const wrong = Object.values(pages).filter(
			({ part }) => !router.includes(`./pages/${part}.vue`),
		);

		expect(wrong).toEqual([]);
	});
});
