import { ElMessageBox } from "element-plus";
import { useI18n } from "vue-i18n";

interface Question {
	title: string;
	text?: string;
	yes: string;
	no?: string;
	isDangerous?: boolean;
}

/** Asks before something that can't be undone. Names what will happen. */
export function useConfirm() {
	const { t } = useI18n();

	return async function confirm({ title, text = "", yes, no, isDangerous = false }: Question) {
		try {
			await ElMessageBox.confirm(text, title, {
				confirmButtonText: yes,
				cancelButtonText: no ?? t("words.cancel"),
				confirmButtonClass: isDangerous ? "el-button--danger" : "",
				closeOnClickModal: true,
			});
			return true;
		} catch {
			return false;
		}
	};
}
