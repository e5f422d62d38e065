import { defineStore } from "pinia";
import { computed } from "vue";
import type { Login } from "#contracts/auth";
import { client } from "../api.ts";
import { keptCartToken, keptLogin } from "../keeping.ts";
import { showPasskey } from "../logic/passkey.ts";

const PATIENCE = 3000;

/** Who is logged in on this browser; all tabs share it. */
export const useSessionStore = defineStore("session", () => {
	const user = computed(() => keptLogin.value?.user ?? null);
	const isSignedIn = computed(() => user.value !== null);

	/** `totp` is the second step, asked for where somebody has turned it on. */
	async function login(name: string, password: string, totp?: string) {
		const code = totp ? { totp } : {};
		begin(await client.send("auth.login", { login: name, password, ...code }));
	}

	/** Without a name: the device knows whose passkey it is. */
	async function loginByPasskey() {
		const passkey = await showPasskey(await client.send("auth.beginPasskeyLogin"));
		begin(await client.send("auth.passkeyLogin", { passkey }));
	}

	async function register(username: string, email: string, password: string) {
		begin(await client.send("auth.register", { username, email, password }));
	}

	/** By the cookie that a login elsewhere has left. */
	async function takeOver() {
		keptLogin.value = null;
		const token = await client.send("auth.renew");
		const headers = { Authorization: `Bearer ${token.token}` };
		const { user } = await client.send("auth.me", {}, { headers });
		begin({ user, ...token });
	}

	/** The second step of a login elsewhere. */
	async function finishTakeOver(totp: string) {
		keptLogin.value = null;
		begin(await client.send("auth.finishComingBack", { totp }));
	}

	/** The server has put the guest's cart into the member's: its token is worthless now. */
	function begin(login: Login) {
		keptLogin.value = login;
		keptCartToken.value = "";
	}

	async function logout() {
		const signal = AbortSignal.timeout(PATIENCE);
		// Why: a login that is over on this browser may stay open on a server out of reach.
		await client.send("auth.logout", {}, { signal }).catch(() => undefined);
		keptLogin.value = null;
	}

	function forget() {
		keptLogin.value = null;
	}

	async function rename(displayName: string) {
		const changed = await client.send("users.changeMe", { displayName });
		if (keptLogin.value) keptLogin.value = { ...keptLogin.value, user: changed };
	}

	/** Asks anew who this is, such as after an e-mail address was confirmed. */
	async function reload() {
		if (!keptLogin.value) return;
		const { user: current } = await client.send("auth.me");
		if (keptLogin.value) keptLogin.value = { ...keptLogin.value, user: current };
	}

	/** Who has no password yet gives no current one. */
	async function changePassword(currentPassword: string | undefined, newPassword: string) {
		const token = await client.send("auth.changePassword", { currentPassword, newPassword });
		if (keptLogin.value) keptLogin.value = { ...keptLogin.value, ...token };
	}

	return {
		loginByPasskey,
		user,
		isSignedIn,
		login,
		register,
		takeOver,
		finishTakeOver,
		logout,
		forget,
		rename,
		reload,
		changePassword,
	};
});
