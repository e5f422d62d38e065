import { useEventListener } from "@vueuse/core";
import { useI18n } from "vue-i18n";
import { onBeforeRouteLeave } from "vue-router";
import { useConfirm } from "./useConfirm.ts";

/** Nobody loses what they wrote by leaving the page. */
export function useLeaveGuard(isDirty: () => boolean) {
	const { t } = useI18n();
	const confirm = useConfirm();

	function mayLeave() {
		if (!isDirty()) return Promise.resolve(true);
		return confirm({
			title: t("form.leave"),
			text: t("form.leaveText"),
			yes: t("form.leaveYes"),
			no: t("form.leaveNo"),
			isDangerous: true,
		});
	}

	onBeforeRouteLeave(mayLeave);
	useEventListener(window, "beforeunload", (event) => {
		if (isDirty()) event.preventDefault();
	});

	return { mayLeave };
}
