import { defineStore } from "pinia";
import { ref } from "vue";
import type { Shop } from "#contracts/settings";
import { client } from "../api.ts";

/** What every page needs to know of the shop; sensible until the answer comes. */
export const useShopStore = defineStore("shop", () => {
	const shop = ref<Shop>({
		name: "Micro-mall",
		currency: "USD",
		minorUnits: 2,
		locale: "en",
		locales: ["en", "zh"],
		timeZone: "UTC",
	});

	async function load() {
		shop.value = await client.send("settings.shop").catch(() => shop.value);
	}

	return { shop, load };
});
