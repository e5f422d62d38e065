import { ref } from "vue";
import { useSay } from "./useSay.ts";
import { useSend } from "./useSend.ts";

/** Hands many orders to their carriers; who was refused stays in the dialog, with the reason. */
export function useBulkShip(told: () => Promise<unknown>) {
	const say = useSay();
	const { run, pending, problem, forget } = useSend("orders.bulkShip");
	const problems = ref<Record<string, string>>({});

	async function ship(
		parcels: { id: string; carrier: string; trackingNumber: string }[],
		close: () => void,
	) {
		const sent = await run({ orders: parcels });
		if (!sent) return;
		const { done, orders } = sent.answer;
		problems.value = Object.fromEntries(
			orders.flatMap(({ id, problem: why }) => (why ? [[id, why.detail]] : [])),
		);
		if (done > 0) say.done("orders.bulkShipped", { count: done });
		if (done === orders.length) close();
		await told();
	}

	function begin() {
		problems.value = {};
		forget();
	}

	return { ship, begin, pending, problem, problems };
}
