// The catalogue in the words of schema.org.
import type { Product } from "#contracts/products";
import { pictureAt } from "./head.ts";

export interface Place {
	origin: string;
	currency: string;
	minorUnits: number;
}

type Named = { name: string; path: string };

const context = "https://schema.org";

export const siteData = (name: string, origin: string) => ({
	"@context": context,
	"@type": "WebSite",
	name,
	url: origin,
	potentialAction: {
		"@type": "SearchAction",
		target: {
			"@type": "EntryPoint",
			urlTemplate: `${new URL("/search", origin).href}?q={search_term_string}`,
		},
		"query-input": "required name=search_term_string",
	},
});

export const trailData = (trail: readonly Named[], origin: string) => ({
	"@context": context,
	"@type": "BreadcrumbList",
	itemListElement: trail.map(({ name, path }, at) => ({
		"@type": "ListItem",
		position: at + 1,
		name,
		item: new URL(path, origin).href,
	})),
});

export function productData(product: Product, place: Place) {
	const { name, subtitle, brand, rating, images, variants } = product;
	return {
		"@context": context,
		"@type": "Product",
		name,
		...(subtitle && { description: subtitle }),
		...(images.length > 0 && {
			image: images.slice(0, 8).map(({ url }) => pictureAt(url, place.origin)),
		}),
		...(variants[0] && { sku: variants[0].sku }),
		...(brand && { brand: { "@type": "Brand", name: brand.name } }),
		...(rating.count > 0 && {
			aggregateRating: {
				"@type": "AggregateRating",
				ratingValue: rating.average,
				reviewCount: rating.count,
			},
		}),
		offers: offersOf(product, place),
	};
}

/** One price where there is one, else the span of them. */
function offersOf({ slug, variants, price, inStock }: Product, place: Place) {
	const prices = variants.map((variant) => variant.price);
	const [low, high] = prices.length ? [Math.min(...prices), Math.max(...prices)] : [price, price];
	const amount = (minor: number) => (minor / 10 ** place.minorUnits).toFixed(place.minorUnits);
	const shared = {
		url: new URL(`/p/${slug}`, place.origin).href,
		priceCurrency: place.currency,
		availability: `${context}/${inStock ? "InStock" : "OutOfStock"}`,
	};
	if (low === high) return { "@type": "Offer", price: amount(low), ...shared };
	return {
		"@type": "AggregateOffer",
		lowPrice: amount(low),
		highPrice: amount(high),
		offerCount: variants.length,
		...shared,
	};
}
