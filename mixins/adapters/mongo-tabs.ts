// Lists with tabs, as `tabbed` of the adapter says.
import type { Adapter, Tabs } from "./adapter.ts";
import { withinTab } from "./adapter.ts";

/** Counts the values that there are, each by itself: an index over them and a range has them side by side. */
export async function tabbed(adapter: Adapter, values: unknown[], tabs: Tabs) {
	const { by, tab, query = {}, ...page } = tabs;
	const [docs, counts] = await Promise.all([
		adapter.find({ ...page, query: withinTab({ query, by, tab }) }),
		adapter.countBy(by, { ...query, [by]: { $in: values } }),
	]);
	return { docs, counts };
}
