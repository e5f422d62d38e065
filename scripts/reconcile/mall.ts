// What the comparison needs of a mall, wherever it runs.
import { inventory } from "#contracts/inventory";
import type { StockReconciliation } from "#contracts/inventory";
import { jobs } from "#contracts/jobs";
import type { Job } from "#contracts/jobs";
import { callAsSystem } from "#mixins/service";
import { startHere } from "../mall/in-process.ts";
import { signIn } from "../mall/over-http.ts";

export interface Mall {
	begin(repair: boolean): Promise<Job>;
	job(id: string): Promise<Job>;
	last(): Promise<StockReconciliation>;
	close(): Promise<void>;
}

export async function mallAt(address: string, user: string): Promise<Mall> {
	const { ask } = await signIn(address, user);
	return {
		begin: (repair) =>
			ask<Job>("POST /admin/stock/reconciliation", {
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify({ repair }),
			}),
		job: (id) => ask<Job>(`GET /admin/jobs/${id}`),
		last: () => ask<StockReconciliation>("GET /admin/stock/reconciliation"),
		close: () => Promise.resolve(),
	};
}

export async function mallHere(): Promise<Mall> {
	const { broker, close } = await startHere([
		import("../../services/inventory/inventory.service.ts"),
		import("../../services/jobs/jobs.service.ts"),
		import("../../services/settings/settings.service.ts"),
	]);
	return {
		begin: (repair) => callAsSystem({ broker }, inventory.reconcile, { repair }),
		job: (id) => callAsSystem({ broker }, jobs.get, { id }),
		last: () => callAsSystem({ broker }, inventory.reconciliation),
		close,
	};
}
