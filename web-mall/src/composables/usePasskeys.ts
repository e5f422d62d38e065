import { ref } from "vue";
import { client } from "../api.ts";
import { isDeclined, makePasskey } from "../logic/passkey.ts";
import { ownPassword } from "../logic/own-password.ts";
import { useCommand } from "./useCommand.ts";
import { useQuery } from "./useQuery.ts";

/** The own passkeys: made on this device, named, removed. */
export function usePasskeys() {
	const { data, error, reload } = useQuery("auth.passkeys", { pageSize: 50 }, { isFresh: true });
	const isAdding = ref(false);

	const add = useCommand(async (name: string, password: string) => {
		const options = await client.send("auth.beginPasskey", ownPassword(password));
		try {
			const passkey = await makePasskey(options);
			await client.send("auth.addPasskey", { name, passkey });
			isAdding.value = false;
		} catch (thrown) {
			if (!isDeclined(thrown)) throw thrown;
		}
		await reload();
	});
	const rename = useCommand(async (id: string, name: string) => {
		await client.send("auth.renamePasskey", { id, name });
		await reload();
	});
	const remove = useCommand(async (id: string) => {
		await client.send("auth.removePasskey", { id });
		await reload();
	});

	return { data, error, reload, isAdding, add, rename, remove };
}
