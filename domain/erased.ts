// What stands in the books for somebody who was erased. The country stays: taxes follow it.

interface Written {
	name: string;
	phone: string;
	country: string;
	province: string;
	city: string;
	district?: string | undefined;
	street: string;
	postalCode: string;
}

export const erasedName = "–";
/** `.invalid` belongs to nobody, for ever (RFC 2606). */
export const erasedEmail = "erased@erased.invalid";

export function erasedAddress({ country }: Pick<Written, "country">): Written {
	const [name, city, street] = [erasedName, erasedName, erasedName];
	return { name, phone: "000", country, province: "", city, street, postalCode: "" };
}
