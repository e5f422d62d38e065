import { defineStore } from "pinia";
import { computed, ref, shallowRef } from "vue";
import type { Login } from "#contracts/auth";
import type { Problem } from "#contracts/client";
import { client } from "../api.ts";
import { problemOf } from "../composables/useQuery.ts";
import { keptLogin } from "../keeping.ts";
import { showPasskey } from "../logic/passkey.ts";

/** Who is logged in on this browser, and what they may do here. */
export const useSessionStore = defineStore("session", () => {
	const user = computed(() => keptLogin.value?.user ?? null);
	const rights = shallowRef(new Set<string>());
	/** Whose rights these are; nobody's until they were asked for. */
	const knownFor = ref<string | null>(null);
	/** The shop asks for a second factor, and this login had none. */
	const mustSetUp = ref(false);
	const error = shallowRef<Problem>();
	const isStaff = computed(() => rights.value.size > 0);
	let loading: Promise<void> | undefined;

	const can = (right: string | undefined) => right === undefined || rights.value.has(right);

	/** Asks who this is, unless it is known. */
	async function ready() {
		if (knownFor.value && knownFor.value === user.value?.id) return;
		loading ??= load().finally(() => (loading = undefined));
		await loading;
	}

	async function load() {
		try {
			const me = await client.send("auth.me");
			rights.value = new Set(me.rights);
			knownFor.value = me.user.id;
			mustSetUp.value = me.mustSetUp;
			error.value = undefined;
			keep({ user: me.user });
		} catch (thrown) {
			const problem = problemOf(thrown);
			if (problem.status === 401) forget();
			else error.value = problem;
		}
	}

	/** Shows what the own account is like by now; what may be done here stays. */
	const refresh = async () => keep({ user: (await client.send("auth.me")).user });

	async function begin(login: Login) {
		keptLogin.value = login;
		await load();
	}

	const login = async (name: string, password: string, totp?: string) =>
		begin(await byPassword(name, password, totp));

	/** By the cookie that a login elsewhere has left. */
	async function takeOver() {
		forget();
		await begin(await byCookie());
	}

	/** The second step of a login elsewhere. */
	const finishTakeOver = async (totp: string) =>
		begin(await client.send("auth.finishComingBack", { totp }));

	/** Without a name: the device knows whose passkey it is. */
	const loginByPasskey = async () => begin(await byPasskey());

	async function logout() {
		await client.send("auth.logout").catch(() => undefined);
		forget();
	}

	function forget() {
		keptLogin.value = null;
		knownFor.value = null;
		rights.value = new Set();
		mustSetUp.value = false;
		error.value = undefined;
	}

	/** Who has no password yet gives no current one. */
	const changePassword = async (currentPassword: string | undefined, newPassword: string) =>
		keep(await client.send("auth.changePassword", { currentPassword, newPassword }));

	const rename = async (displayName: string) =>
		keep({ user: await client.send("users.changeMe", { displayName }) });

	return {
		user,
		rights,
		mustSetUp,
		error,
		isStaff,
		can,
		ready,
		load,
		refresh,
		login,
		takeOver,
		finishTakeOver,
		loginByPasskey,
		logout,
		forget,
		changePassword,
		rename,
	};
});

function keep(change: Partial<Login>) {
	if (keptLogin.value) keptLogin.value = { ...keptLogin.value, ...change };
}

async function byPassword(name: string, password: string, totp?: string): Promise<Login> {
	const code = totp ? { totp } : {};
	return client.send("auth.login", { login: name, password, ...code });
}

async function byCookie(): Promise<Login> {
	const token = await client.send("auth.renew");
	const headers = { Authorization: `Bearer ${token.token}` };
	const { user } = await client.send("auth.me", {}, { headers });
	return { user, ...token };
}

async function byPasskey(): Promise<Login> {
	const passkey = await showPasskey(await client.send("auth.beginPasskeyLogin"));
	return client.send("auth.passkeyLogin", { passkey });
}
