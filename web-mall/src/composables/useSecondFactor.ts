import { ref, shallowRef } from "vue";
import { client } from "../api.ts";
import { ownPassword } from "../logic/own-password.ts";
import { useCommand } from "./useCommand.ts";
import { useQuery } from "./useQuery.ts";

/** The own second factor: setting it up, its recovery codes, turning it off. */
export function useSecondFactor() {
	const { data: factor, error, reload } = useQuery("auth.secondFactor", {}, { isFresh: true });
	/** What the app is to be fed with, while it is set up. */
	const begun = shallowRef<{ secret: string; uri: string }>();
	/** Shown this once. */
	const codes = ref<string[]>([]);
	const wish = ref<"" | "renew" | "remove">("");

	const begin = useCommand(async (password: string) => {
		begun.value = await client.send("auth.beginSecondFactor", ownPassword(password));
	});
	const confirm = useCommand(async (totp: string) => {
		const made = await client.send("auth.confirmSecondFactor", { totp });
		codes.value = made.recoveryCodes;
		begun.value = undefined;
		await reload();
	});
	const grant = useCommand(async (password: string, totp: string) => {
		if (wish.value === "remove") {
			await client.send("auth.removeSecondFactor", { ...ownPassword(password), totp });
		} else {
			const made = await client.send("auth.renewRecoveryCodes", {
				...ownPassword(password),
				totp,
			});
			codes.value = made.recoveryCodes;
		}
		wish.value = "";
		await reload();
	});

	return { factor, error, reload, begun, codes, wish, begin, confirm, grant };
}
