import { ref, shallowRef } from "vue";
import type { Problem } from "#contracts/client";
import { client } from "../api.ts";
import { ownPassword } from "../logic/own-password.ts";
import { isDeclined, makePasskey } from "../logic/passkey.ts";
import { problemOf, useQuery } from "./useQuery.ts";

/** The own passkeys: made on this device, named, removed. */
export function usePasskeys() {
	const { data, error, reload } = useQuery("auth.passkeys", { pageSize: 50 });
	const isAdding = ref(false);
	const isMaking = ref(false);
	const problem = shallowRef<Problem>();

	/** Whether it was done. */
	async function attempt(work: () => Promise<unknown>) {
		problem.value = undefined;
		try {
			await work();
			await reload();
			return true;
		} catch (thrown) {
			// Why nothing is said: who closes the device's question knows it.
			if (!isDeclined(thrown)) problem.value = problemOf(thrown);
			return false;
		}
	}

	async function add(name: string, password: string) {
		isMaking.value = true;
		const isMade = await attempt(async () => {
			const options = await client.send("auth.beginPasskey", ownPassword(password));
			const passkey = await makePasskey(options);
			await client.send("auth.addPasskey", { name, passkey });
		});
		isMaking.value = false;
		if (isMade) isAdding.value = false;
	}

	const rename = (id: string, name: string) =>
		attempt(() => client.send("auth.renamePasskey", { id, name }));
	const remove = (id: string) => attempt(() => client.send("auth.removePasskey", { id }));

	return { data, error, reload, isAdding, isMaking, problem, add, rename, remove };
}
