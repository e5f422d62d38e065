import { defineStore } from "pinia";
import { ref } from "vue";
import type { PublicShop } from "#contracts/settings";
import { client } from "../api.ts";

/** What every page needs to know of the shop; sensible until the answer comes. */
export const useShopStore = defineStore("shop", () => {
	const shop = ref<PublicShop>({
		name: "Micro-mall",
		currency: "USD",
		minorUnits: 2,
		locale: "en",
		locales: ["en", "zh"],
		timeZone: "UTC",
		returnDays: 14,
		maintenance: null,
	});
	const isReachable = ref(true);

	async function load() {
		try {
			shop.value = await client.send("settings.shop");
			isReachable.value = true;
		} catch {
			isReachable.value = false;
		}
	}

	return { shop, isReachable, load };
});
