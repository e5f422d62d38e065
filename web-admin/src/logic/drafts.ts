// Small things as their forms hold them, and the way from and to what the mall knows.
import type { Banner } from "#contracts/content";
import type { Brand, Category } from "#contracts/products";
import { inChinese } from "./translations.ts";

export interface CategoryDraft {
	name: string;
	chinese: string;
	slug: string;
	parentId: string | null;
	image: string | null;
	isVisible: boolean;
	taxClass: string | null;
}

export const blankCategory = (parentId: string | null = null): CategoryDraft => ({
	name: "",
	chinese: "",
	slug: "",
	parentId,
	image: null,
	isVisible: true,
	taxClass: null,
});

export const categoryDraft = (category: Category): CategoryDraft => {
	const { translations, id: _id, version: _version, position: _position, ...plain } = category;
	return { ...plain, chinese: translations.zh?.name ?? "" };
};

export function categoryInput({ chinese, slug, parentId, taxClass, ...draft }: CategoryDraft) {
	return {
		...draft,
		parentId: parentId || null,
		taxClass: taxClass || null,
		...(slug.trim() && { slug: slug.trim() }),
		translations: inChinese({ name: chinese }),
	};
}

export interface BrandDraft {
	name: string;
	slug: string;
	image: string | null;
	description: string;
	/** Its description in Chinese. */
	chinese: string;
	isVisible: boolean;
}

export const blankBrand = (): BrandDraft => ({
	name: "",
	slug: "",
	image: null,
	description: "",
	chinese: "",
	isVisible: true,
});

export function brandDraft(brand: Brand): BrandDraft {
	const { name, slug, image, description, isVisible, translations } = brand;
	const chinese = translations?.zh?.description ?? "";
	return { name, slug, image, description, chinese, isVisible };
}

const inOther = (chinese: string): Brand["translations"] =>
	chinese.trim() ? { zh: { description: chinese } } : {};

export const brandInput = ({ slug, chinese, ...draft }: BrandDraft) => ({
	...draft,
	translations: inOther(chinese),
	...(slug.trim() && { slug: slug.trim() }),
});

export interface BannerDraft {
	title: string;
	subtitle: string;
	action: string;
	link: string;
	image: string | null;
	startsAt: string | null;
	endsAt: string | null;
	position: number;
	enabled: boolean;
	zh: { title: string; subtitle: string; action: string };
}

export const blankBanner = (): BannerDraft => ({
	title: "",
	subtitle: "",
	action: "",
	link: "/",
	image: null,
	startsAt: null,
	endsAt: null,
	position: 0,
	enabled: true,
	zh: { title: "", subtitle: "", action: "" },
});

export function bannerDraft(banner: Banner): BannerDraft {
	const { title, subtitle, action, link, image, startsAt, endsAt, position, enabled } = banner;
	const zh = banner.translations.zh ?? {};
	return {
		title,
		subtitle,
		action,
		link,
		image,
		startsAt,
		endsAt,
		position,
		enabled,
		zh: { title: zh.title ?? "", subtitle: zh.subtitle ?? "", action: zh.action ?? "" },
	};
}

export function bannerInput({ zh, image, ...draft }: BannerDraft) {
	return {
		...draft,
		image: image ?? "",
		translations: inChinese(zh),
	};
}
