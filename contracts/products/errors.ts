// What can go wrong with products, categories and brands.
import { error } from "../schema.ts";

export const PRODUCT_NOT_FOUND = error(
	"PRODUCT_NOT_FOUND",
	404,
	"There is no product {id}.",
	"没有商品 {id}。",
);
export const SKU_UNKNOWN = error("SKU_UNKNOWN", 422, "{sku} is not for sale.", "{sku} 未在售。");
export const SKU_TAKEN = error(
	"SKU_TAKEN",
	409,
	"The SKU {sku} belongs to another product.",
	"SKU {sku} 已属于其他商品。",
);
export const SLUG_TAKEN = error(
	"SLUG_TAKEN",
	409,
	"The address {slug} is taken.",
	"地址 {slug} 已被使用。",
);
export const PRODUCT_WRONG_STATE = error(
	"PRODUCT_WRONG_STATE",
	409,
	"This can't be done with a product that is {status}.",
	"商品处于 {status} 状态，无法执行此操作。",
);
export const PRICE_TOO_LOW = error(
	"PRICE_TOO_LOW",
	409,
	"The price of {sku} would be nothing or less.",
	"{sku} 的价格将降至零或以下。",
);
export const PRICE_TOO_HIGH = error(
	"PRICE_TOO_HIGH",
	409,
	"The price of {sku} would be higher than any price may be.",
	"{sku} 的价格将超出允许的最高值。",
);
export const CATEGORY_NOT_FOUND = error(
	"CATEGORY_NOT_FOUND",
	404,
	"There is no category {id}.",
	"没有分类 {id}。",
);
export const CATEGORY_IN_USE = error(
	"CATEGORY_IN_USE",
	409,
	"The category still has products or sub-categories. Move them first.",
	"该分类下仍有商品或子分类，请先移走。",
);
export const CATEGORY_LOOP = error(
	"CATEGORY_LOOP",
	409,
	"A category can't lie below itself.",
	"分类不能位于自身之下。",
);
export const BRAND_NOT_FOUND = error(
	"BRAND_NOT_FOUND",
	404,
	"There is no brand {id}.",
	"没有品牌 {id}。",
);
export const BRAND_IN_USE = error(
	"BRAND_IN_USE",
	409,
	"Products still carry this brand. Change them first.",
	"仍有商品使用该品牌，请先修改。",
);
