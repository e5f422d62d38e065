// What an address needs in which country.
import { countryName } from "#contracts/countries";
import type { Address } from "#contracts/users";

const withProvince = new Set(
	"AR AU BR CA CN CO ES ID IN IT JP KR MX MY NG TH TR TW UA US VE".split(" "),
);
const withDistrict = new Set(["CN", "TW"]);
const postalCodeLast = new Set("AU CA GB IN NZ SG US ZA".split(" "));
const withoutPostalCode = new Set("AE AG AO BO BS HK IE JM KE MO PA QA ZW".split(" "));

/** Which parts of an address a country uses, and which of them it can't do without. */
export const shapeOf = (country: string) => ({
	hasProvince: withProvince.has(country),
	hasDistrict: withDistrict.has(country),
	needsPostalCode: !withoutPostalCode.has(country),
});

export type AddressField = Exclude<keyof Address, "isDefault">;

/** The fields that are still missing or can't be right. */
export function missingIn(address: Address): AddressField[] {
	const { hasProvince, needsPostalCode } = shapeOf(address.country);
	const needed: AddressField[] = ["name", "street", "city", "country"];
	if (hasProvince) needed.push("province");
	if (needsPostalCode) needed.push("postalCode");
	const missing = needed.filter((field) => !address[field]?.trim());
	if (!/^[0-9+() .-]{3,30}$/.test(address.phone)) missing.push("phone");
	return missing;
}

export const emptyAddress = (country: string): Address => ({
	name: "",
	phone: "",
	country,
	province: "",
	city: "",
	district: "",
	street: "",
	postalCode: "",
});

/** The country that the browser's language hints at. */
export const likelyCountry = (language: string) =>
	new Intl.Locale(language).maximize().region ?? "US";

/** An address as lines on an envelope, in the order of its country. */
export function linesOf(address: Address, locale: string): string[] {
	const { street, district, city, province, postalCode, country } = address;
	const name = countryName(country, locale);
	if (withDistrict.has(country)) {
		const parts = [province, city, district].filter(Boolean);
		const place = parts.join(/\p{Script=Han}/u.test(city) ? "" : ", ");
		return [`${name} ${place}`, street, postalCode].filter(Boolean);
	}
	const town = [city, province].filter(Boolean).join(", ");
	const place = postalCodeLast.has(country)
		? [town, postalCode].filter(Boolean).join(" ")
		: [postalCode, city, district, province].filter(Boolean).join(" ");
	return [street, place, name].filter(Boolean);
}
