import { ref, shallowRef } from "vue";
import { ownPassword } from "../logic/own-password.ts";
import { useQuery } from "./useQuery.ts";
import { useSend } from "./useSend.ts";

/** The own second factor: setting it up, its recovery codes, turning it off. */
export function useSecondFactor() {
	const { data: factor, error, reload } = useQuery("auth.secondFactor", {});
	/** What the app is to be fed with, while it is set up. */
	const begun = shallowRef<{ secret: string; uri: string }>();
	/** Shown this once. */
	const codes = ref<string[]>([]);
	const wish = ref<"" | "begin" | "renew" | "remove">("");
	const beginning = useSend("auth.beginSecondFactor");
	const confirming = useSend("auth.confirmSecondFactor");
	const renewing = useSend("auth.renewRecoveryCodes");
	const removing = useSend("auth.removeSecondFactor");

	async function begin(password: string) {
		const sent = await beginning.run(ownPassword(password));
		if (!sent) return;
		begun.value = sent.answer;
		wish.value = "";
	}

	async function confirm(totp: string) {
		const sent = await confirming.run({ totp });
		if (!sent) return;
		codes.value = sent.answer.recoveryCodes;
		begun.value = undefined;
		await reload();
	}

	async function renew(password: string, totp: string) {
		const sent = await renewing.run({ ...ownPassword(password), totp });
		if (!sent) return;
		codes.value = sent.answer.recoveryCodes;
		wish.value = "";
		await reload();
	}

	async function remove(password: string, totp: string) {
		if (!(await removing.run({ ...ownPassword(password), totp }))) return;
		wish.value = "";
		await reload();
	}

	function ask(next: typeof wish.value) {
		for (const one of [beginning, confirming, renewing, removing]) one.forget();
		begun.value = undefined;
		wish.value = next;
	}

	const sending = { begin: beginning, confirm: confirming, renew: renewing, remove: removing };
	const steps = { begin, confirm, renew, remove };
	return { factor, error, reload, begun, codes, wish, ask, steps, sending };
}
