// A mall that runs, over its HTTP interface.
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Job } from "#contracts/jobs";
import { dataDir, env } from "#mixins/env";
import type { Mall } from "./mall.ts";

export const isUp = (address: string): Promise<boolean> =>
	fetch(`${address}/health/live`, { signal: AbortSignal.timeout(2000) }).then(
		({ ok }) => ok,
		() => false,
	);

/** Logs in; the password comes from ADMIN_PASSWORD or from the mall's data folder. */
export async function mallAt(address: string, user: string): Promise<Mall> {
	const base = `${address}/api/v1`;
	const { token } = await ask<{ token: string }>(`${base}/auth/login`, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ login: user, password: passwordOf() }),
	});
	const headers = { Authorization: `Bearer ${token}` };
	return {
		begin: (file, { stock, dryRun }) =>
			ask<Job>(`${base}/admin/products/import?stock=${stock}&dryRun=${dryRun}`, {
				method: "POST",
				headers: { ...headers, "Content-Type": "application/octet-stream" },
				body: Readable.toWeb(createReadStream(file)),
				duplex: "half",
			}),
		job: (id) => ask<Job>(`${base}/admin/jobs/${id}`, { headers }),
		close: () => Promise.resolve(),
	};
}

function passwordOf(): string {
	if (env.ADMIN_PASSWORD) return env.ADMIN_PASSWORD;
	const file = join(dataDir, "admin-password");
	try {
		return readFileSync(file, "utf8").trim();
	} catch {
		throw new Error(`no password: set ADMIN_PASSWORD, or DATA_DIR to where ${file} lies.`);
	}
}

/** The answer, or the problem in the mall's own words. */
async function ask<T>(url: string, init: object): Promise<T> {
	const response = await fetch(url, init);
	const body: unknown = await response.json().catch(() => null);
	// Why the cast: the contract says what this route answers.
	if (response.ok) return body as T;
	const isProblem = typeof body === "object" && body !== null && "detail" in body;
	throw new Error(isProblem ? String(body.detail) : `${url} answers ${response.status}.`);
}
