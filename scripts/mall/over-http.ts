// A mall that runs, over its HTTP interface.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir, env } from "#mixins/env";

export const isUp = (address: string): Promise<boolean> =>
	fetch(`${address}/health/live`, { signal: AbortSignal.timeout(2000) }).then(
		({ ok }) => ok,
		() => false,
	);

export interface SignedIn {
	/** `GET /admin/jobs/7`, and what `fetch` takes beside. */
	ask<T>(
		route: string,
		init?: { headers?: Record<string, string>; [more: string]: unknown },
	): Promise<T>;
}

/** The address of the mall that runs: the one that was named, or the one here, if it answers. */
export async function addressOf(url: string | undefined): Promise<string | null> {
	const address = (url ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, "");
	if (await isUp(address)) return address;
	if (url !== undefined) throw new Error(`no mall answers at ${url}.`);
	return null;
}

/** Logs in; the password comes from ADMIN_PASSWORD or from the mall's data folder. */
export async function signIn(address: string, user: string): Promise<SignedIn> {
	const base = `${address}/api/v1`;
	const { token } = await ask<{ token: string }>(`${base}/auth/login`, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ login: user, password: passwordOf() }),
	});
	return {
		ask(route, { headers, ...init } = {}) {
			const [method, path] = route.split(" ");
			const signed = { ...headers, Authorization: `Bearer ${token}` };
			return ask(`${base}${path}`, { method, headers: signed, ...init });
		},
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
