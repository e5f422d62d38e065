// An address as lines on an envelope, in the order of its country.
import type { Language } from "#contracts/schema";
import type { Address } from "#contracts/users";

const largestFirst = new Set(["CN", "TW", "HK", "MO", "JP", "KR"]);
const postalCodeLast = new Set(["AU", "CA", "GB", "IN", "NZ", "SG", "US", "ZA"]);

/** The name first. */
export function addressLines(address: Address, locale: Language): string[] {
	const { name, street, district = "", city, province, postalCode, country } = address;
	const land = new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
	if (largestFirst.has(country)) {
		const parts = [province, city, district].filter(Boolean);
		const place = parts.join(/\p{Script=Han}/u.test(city) ? "" : ", ");
		return [name, [land, place].join(" "), street, postalCode].filter(Boolean);
	}
	const town = [district, city, province].filter(Boolean).join(", ");
	const place = postalCodeLast.has(country) ? [town, postalCode] : [postalCode, town];
	return [name, street, place.filter(Boolean).join(" "), land].filter(Boolean);
}
