import type { ServiceBroker } from "moleculer";
import { media } from "#contracts/media";
import { callAsSystem } from "#mixins/service";
import { brands } from "../demo/brands.ts";
import { catalogue } from "../demo/catalogue.ts";
import { categories } from "../demo/categories.ts";
import { banners } from "../demo/marketing.ts";
import { drawBanner, drawBrandMark, drawCategory } from "../demo/pictures/banner.ts";
import { drawProduct } from "../demo/pictures/product.ts";
import { topics } from "../demo/topics.ts";
import type { DemoProduct } from "../demo/types.ts";
import { parts } from "./days.ts";

interface Drawing {
	name: string;
	svg: string;
}

/** Where each drawing is served, by its name. */
export type Urls = ReadonlyMap<string, string>;

/** Draws every picture of the demo shop and stores it. */
export async function seedPictures(broker: ServiceBroker): Promise<Urls> {
	const drawings = [
		...brands.map(({ key, name, colour }) => ({
			name: `brand-${key}`,
			svg: drawBrandMark(name, colour),
		})),
		...categories.map(({ key, picture }) => ({
			name: `category-${key}`,
			svg: drawCategory(picture.kind, picture.colour),
		})),
		...banners.map(({ key, picture }) => ({ name: `banner-${key}`, svg: drawBanner(picture) })),
		...topics.map(({ key, picture }) => ({ name: `topic-${key}`, svg: drawBanner(picture) })),
		...catalogue.flatMap(picturesOf),
	];
	const stored = await Promise.all(
		parts(drawings, 200).map((some) =>
			callAsSystem({ broker }, media.putDrawings, { drawings: some }),
		),
	);
	return new Map(stored.flat().map(({ name, url }) => [name, url]));
}

export const viewName = ({ key }: DemoProduct, view: string) => `${key}-${view}`;
export const colourName = ({ key }: DemoProduct, colour: string) =>
	`${key}-c${colour.replace("#", "").toLowerCase()}`;

/** Its views in its own colour, and the front in each colour of its variants. */
function picturesOf(product: DemoProduct): Drawing[] {
	const { picture, views, variants } = product;
	const colours = [...new Set(variants.map(({ pictureColour }) => pictureColour))];
	return [
		...views.map((view) => ({
			name: viewName(product, view),
			svg: drawProduct({ ...picture, view }),
		})),
		...colours.map((colour) => ({
			name: colourName(product, colour),
			svg: drawProduct({ ...picture, colour, view: "front" }),
		})),
	];
}
