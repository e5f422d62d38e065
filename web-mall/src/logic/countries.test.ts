import { expect, it } from "vitest";
import { countriesIn } from "#contracts/countries";
import { emptyAddress, likelyCountry, linesOf, missingIn } from "./countries.ts";

const berlin = {
	...emptyAddress("DE"),
	name: "Ada",
	phone: "+49 30 1234",
	street: "Unter den Linden 1",
	city: "Berlin",
	postalCode: "10117",
};

it("names what an address lacks", () => {
	expect(missingIn(emptyAddress("US"))).toEqual([
		"name",
		"street",
		"city",
		"province",
		"postalCode",
		"phone",
	]);
	expect(missingIn(berlin)).toEqual([]);
});

it("asks for a province only where there are some", () => {
	expect(missingIn({ ...berlin, country: "US" })).toEqual(["province"]);
});

it("refuses a phone number with letters", () => {
	expect(missingIn({ ...berlin, phone: "call me" })).toEqual(["phone"]);
});

it("writes an address in the order of its country", () => {
	expect(linesOf(berlin, "en")).toEqual(["Unter den Linden 1", "10117 Berlin", "Germany"]);
	const portland = { ...berlin, country: "US", city: "Portland", province: "Oregon" };
	expect(linesOf(portland, "en")[1]).toBe("Portland, Oregon 10117");
	const shanghai = { ...berlin, country: "CN", province: "上海", city: "市", district: "黄浦区" };
	expect(linesOf(shanghai, "zh")[0]).toBe("中国 上海市黄浦区");
	const latin = { ...shanghai, province: "Guangdong", city: "Shenzhen", district: "Nanshan" };
	expect(linesOf(latin, "en")[0]).toBe("China Guangdong, Shenzhen, Nanshan");
});

it("lists countries by their name in the language", () => {
	const first = countriesIn("en")[0];

	expect(first).toEqual({ value: "AF", label: "Afghanistan" });
	expect(likelyCountry("zh")).toBe("CN");
});
