import { watch } from "vue";
import { client } from "../api.ts";
import { useI18n } from "../i18n.ts";
import { useSessionStore } from "../stores/session.ts";
import { useToastsStore } from "../stores/toasts.ts";
import { useCommand } from "./useCommand.ts";

const MOST_BYTES = 10 * 1024 * 1024;

/** The picture beside the own name. */
export function useAvatar() {
	const { t } = useI18n();
	const session = useSessionStore();
	const toasts = useToastsStore();

	const choose = useCommand(async (file: File) => {
		if (file.size > MOST_BYTES) {
			toasts.show(t("account.avatarTooBig", { name: file.name }), { tone: "danger" });
			return;
		}
		const { id } = await client.send("media.uploadOwn", {}, { file });
		await client.send("users.setAvatar", { image: id });
		await session.reload();
		toasts.show(t("saved"));
	});
	const drop = useCommand(async () => {
		await client.send("users.removeAvatar");
		await session.reload();
		toasts.show(t("account.avatarGone"));
	});
	for (const { problem } of [choose, drop])
		watch(problem, (told) => told && toasts.show(told.message, { tone: "danger" }));

	return { choose, drop };
}
