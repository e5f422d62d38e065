// The one door to the mall. It knows who is logged in and renews the login before it ends.
import { ref } from "vue";
import { createClient, Problem } from "#contracts/client";
import { shopRoutes } from "#contracts/routes";
import {
	keptCartToken,
	keptLanguage,
	keptLogin,
	keptOrderTokens,
	keptPayTokens,
} from "./keeping.ts";

const RENEW_BEFORE = 120_000;

function headers(): Record<string, string> {
	const login = keptLogin.value;
	const isAlive = login && Date.parse(login.expiresAt) > Date.now();
	return {
		...(keptLanguage.value && { "Accept-Language": keptLanguage.value }),
		...(isAlive && { Authorization: `Bearer ${login.token}` }),
		...(keptCartToken.value && { "X-Cart-Token": keptCartToken.value }),
	};
}

/** Rises with each answer that the shop can't be reached or rests: look what it says of itself. */
export const refusals = ref(0);

export const client = createClient({
	routes: shopRoutes,
	headers,
	renew,
	onAnswer: ({ status, url }) => {
		// Why not of itself: a shop that is out of reach would be asked again and again.
		if (status === 503 && !url.endsWith("/shop")) refusals.value += 1;
	},
});

/** Headers that let a guest work on an own order, or pay one by a link. */
export function orderHeaders(id: string): Record<string, string> {
	const token = keptOrderTokens.value[id] ?? keptPayTokens.value[id];
	return token ? { "X-Order-Token": token } : {};
}

/** A later token for this login; false when the login is over or the mall is out of reach. */
export async function renew(): Promise<boolean> {
	const before = keptLogin.value?.token;
	if (!before) return false;
	// Why: navigator.locks exists on https and localhost only.
	if (!navigator.locks) return renewOnce(before);
	return navigator.locks.request("mall.renew", () => renewOnce(before));
}

async function renewOnce(before: string): Promise<boolean> {
	if (keptLogin.value && keptLogin.value.token !== before) return true;
	try {
		const token = await client.send("auth.renew");
		if (keptLogin.value) keptLogin.value = { ...keptLogin.value, ...token };
		return true;
	} catch (thrown) {
		if (thrown instanceof Problem && thrown.status === 401) keptLogin.value = null;
		return false;
	}
}

/** Renews when little time is left. Called by a timer and whenever the page is looked at. */
export async function renewInTime() {
	const login = keptLogin.value;
	if (!login || document.visibilityState === "hidden") return;
	if (Date.parse(login.expiresAt) - Date.now() < RENEW_BEFORE) await renew();
}
