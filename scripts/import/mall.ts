// What the import needs of a mall, wherever it runs.
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { jobs } from "#contracts/jobs";
import type { Job } from "#contracts/jobs";
import { products } from "#contracts/products";
import { callAsSystem, system } from "#mixins/service";
import { startHere } from "../mall/in-process.ts";
import { signIn } from "../mall/over-http.ts";

export type ImportParams = { stock: number; dryRun: boolean };

export interface Mall {
	begin(file: string, params: ImportParams): Promise<Job>;
	job(id: string): Promise<Job>;
	close(): Promise<void>;
}

export async function mallAt(address: string, user: string): Promise<Mall> {
	const { ask } = await signIn(address, user);
	return {
		begin: (file, { stock, dryRun }) =>
			ask<Job>(`POST /admin/products/import?stock=${stock}&dryRun=${dryRun}`, {
				headers: { "Content-Type": "application/octet-stream" },
				body: Readable.toWeb(createReadStream(file)),
				duplex: "half",
			}),
		job: (id) => ask<Job>(`GET /admin/jobs/${id}`),
		close: () => Promise.resolve(),
	};
}

export async function mallHere(): Promise<Mall> {
	const { broker, close } = await startHere([
		import("../../services/inventory/inventory.service.ts"),
		import("../../services/jobs/jobs.service.ts"),
		import("../../services/products/products.service.ts"),
		import("../../services/search/search.service.ts"),
		import("../../services/settings/settings.service.ts"),
	]);
	return {
		begin: (file, params) =>
			broker.call<Job, object>(products.import.name, params, {
				meta: { user: system },
				stream: createReadStream(file),
			}),
		job: (id) => callAsSystem({ broker }, jobs.get, { id }),
		close,
	};
}
