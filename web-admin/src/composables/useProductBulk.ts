import { useI18n } from "vue-i18n";
import type { ParamsOf } from "#contracts/client";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";

export type Deed = ParamsOf<"products.bulk">["action"];
/** Those that need to know where to, or which. */
export type Asked = Extract<Deed, "move" | "tag" | "untag" | "price">;

/** One thing for many products at once; recycling can be taken back. */
export function useProductBulk(told: () => Promise<unknown>) {
	const { t } = useI18n();
	const say = useSay();
	const { run, pending, problem } = useSend("products.bulk");

	async function act(ids: string[], action: Deed, value?: string) {
		const sent = await run({ ids, action, ...(value !== undefined && { value }) });
		if (!sent) return say.failed(problem.value);
		const { done, failed } = sent.answer;
		if (done > 0) report(ids, action, done);
		const [first] = failed;
		if (first) say.done("products.failed", { count: failed.length, message: first.message });
		return told();
	}

	function report(ids: string[], action: Deed, count: number) {
		if (action !== "recycle") return say.tell(t("products.done", count));
		return say.undoable(t("products.recycled", count), t("products.undo"), () => {
			void act(ids, "restore");
		});
	}

	return { act, pending };
}
