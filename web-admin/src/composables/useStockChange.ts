import { computed } from "vue";
import type { StockChange } from "../logic/stock.ts";
import { useSend } from "./useSend.ts";

/** Stock changed in any of the ways; `problem` says why it was not. */
export function useStockChange() {
	const adjust = useSend("inventory.adjust");
	const takeIn = useSend("inventory.takeIn");
	const count = useSend("inventory.count");
	const watch = useSend("inventory.watch");
	const all = [adjust, takeIn, count, watch];

	function run(change: StockChange) {
		if (change.way === "adjust") return adjust.run(change.params);
		if (change.way === "takeIn") return takeIn.run(change.params);
		if (change.way === "count") return count.run(change.params);
		return watch.run(change.params);
	}

	const pending = computed(() => all.some((one) => one.pending.value));
	const problem = computed(() => all.find((one) => one.problem.value)?.problem.value);
	const forget = () => {
		for (const one of all) one.forget();
	};

	return { run, pending, problem, forget };
}
