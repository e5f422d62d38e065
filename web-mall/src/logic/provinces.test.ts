import { expect, it } from "vitest";
import { provincesIn } from "./provinces.ts";

it("offers a country's provinces, and lets others be typed", () => {
	expect(provincesIn("US", "en")).toContainEqual({ value: "Oregon", label: "Oregon" });
	expect(provincesIn("US", "en")).toHaveLength(52);
	expect(provincesIn("FR", "en")).toBeUndefined();
});

it("writes a Chinese province as it stands on the envelope, and tells readers of English", () => {
	expect(provincesIn("CN", "zh")).toContainEqual({ value: "广东省", label: "广东省" });
	expect(provincesIn("CN", "en")).toContainEqual({ value: "广东省", label: "Guangdong 广东省" });
});

it("keeps what was typed before there was a list", () => {
	expect(provincesIn("US", "en", "Calif.")?.[0]).toEqual({ value: "Calif.", label: "Calif." });
	expect(provincesIn("US", "en", "Oregon")).toHaveLength(52);
});
