import { computed, ref, watch } from "vue";
import { useRouter } from "vue-router";
import { client } from "../api.ts";
import { useI18n } from "../i18n.ts";
import { saveFile } from "../logic/save-file.ts";
import { useSessionStore } from "../stores/session.ts";
import { useToastsStore } from "../stores/toasts.ts";
import { useCommand } from "./useCommand.ts";
import { useQuery } from "./useQuery.ts";

/** A copy of all that the shop keeps about somebody, and the end of their account. */
export function useOwnData() {
	const { t } = useI18n();
	const router = useRouter();
	const session = useSessionStore();
	const toasts = useToastsStore();
	const isEnding = ref(false);
	const logins = useQuery("auth.linkedLogins", {}, { isFresh: true });
	const factor = useQuery("auth.secondFactor", {}, { isFresh: true });
	const error = computed(() => logins.error.value ?? factor.error.value);
	const isKnown = computed(() => Boolean(logins.data.value && factor.data.value));
	const asks = computed(() => [
		...(logins.data.value?.hasPassword ? (["password"] as const) : []),
		...(factor.data.value?.isOn ? (["code"] as const) : []),
	]);

	const copy = useCommand(async () => {
		const file = await client.send("users.export");
		saveFile(`my-data-${new Date().toISOString().slice(0, 10)}.zip`, file);
		toasts.show(t("own.copied"));
	});
	watch(copy.problem, (told) => told && toasts.show(told.message, { tone: "danger" }));

	const erase = useCommand(async (password: string, totp: string) => {
		await client.send("users.eraseMe", {
			...(password && { password }),
			...(totp && { totp }),
		});
		session.forget();
		await router.push("/");
		toasts.show(t("own.erased"));
	});

	function begin() {
		erase.problem.value = undefined;
		isEnding.value = true;
	}

	async function reload() {
		await Promise.all([logins.reload(), factor.reload()]);
	}

	return { copy, erase, asks, isKnown, error, reload, isEnding, begin };
}
