// Countries that can be chosen, and what an address needs there.
import type { Address } from "#contracts/users";

const codes =
	"AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

export function countriesIn(locale: string) {
	const names = new Intl.DisplayNames([locale], { type: "region" });
	return codes
		.split(" ")
		.map((value) => ({ value, label: names.of(value) ?? value }))
		.toSorted((one, other) => one.label.localeCompare(other.label, locale));
}

export const countryName = (code: string, locale: string) =>
	new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;

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
