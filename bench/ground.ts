// The shop that is measured: 10,000 products and some people, over HTTP.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { request } from "#tests/support/http";
import { password } from "#tests/support/process";
import type { Ground } from "./scenarios.ts";

export const say = (line: string) => process.stderr.write(`${line}\n`);

const users = 64;

export async function adminToken(origin: string): Promise<string> {
	const login = await request(origin, "POST /auth/login", { body: { login: "admin", password } });
	return login.body.token as string;
}

/** How many seconds it took. Without a file the test rows are repeated under new numbers. */
export async function importProducts(origin: string, file?: string): Promise<number> {
	const token = await adminToken(origin);
	const began = performance.now();
	const answer = await request(origin, "POST /admin/products/import?stock=1000000", {
		token,
		body: catalogue(file),
		headers: { "Content-Type": "application/x-ndjson" },
	});
	if (answer.status !== 202) throw new Error(`the import answers ${answer.status}`);
	for (;;) {
		const { body } = await request(origin, `GET /admin/jobs/${answer.body.id}`, { token });
		if (body.status !== "running") break;
		await new Promise((later) => setTimeout(later, 200));
	}
	return (performance.now() - began) / 1000;
}

function catalogue(file?: string): Uint8Array | string {
	if (file) return readFileSync(file);
	const path = resolve(import.meta.dirname, "../tests/support/catalogue-500.jsonl");
	const rows = readFileSync(path, "utf8").trim().split("\n");
	return Array.from({ length: 10_000 }, (_, n) => {
		const product = JSON.parse(rows[n % rows.length] ?? "{}") as Record<string, unknown>;
		const round = Math.floor(n / rows.length);
		const title = `${String(product.title)} ${round > 0 ? `v${round}` : ""}`.trim();
		return JSON.stringify({ ...product, title, id: `b${n}`, ean: `b${n}` });
	}).join("\n");
}

/** Makes accounts, unless the shop was kept, and looks at what there is. */
export async function prepare(origin: string, isKept: boolean): Promise<Ground> {
	if (!isKept) await register(origin);
	const pages = await Promise.all(
		[1, 2, 3].map((page) => request(origin, `GET /products?pageSize=100&page=${page}`)),
	);
	const items = pages.flatMap(({ body }) => body.items as { id: string; name: string }[]);
	const productIds = items.map(({ id }) => id);
	const details = await Promise.all(
		productIds.map((id) => request(origin, `GET /products/${id}`)),
	);
	const skus = details.flatMap(({ body }) => (body.variants ?? []).slice(0, 1)) as {
		sku: string;
	}[];
	const words = [...new Set(items.flatMap(({ name }) => name.split(/\s+/)))].filter(
		(word) => word.length > 2,
	);
	return { origin, productIds, skus: skus.map(({ sku }) => sku), words, password, users };
}

async function register(origin: string) {
	say("making accounts …");
	for (let n = 0; n < users; n += 1) {
		const body = { username: `user-${n}`, email: `user-${n}@example.com`, password };
		const { status } = await request(origin, "POST /auth/register", { body });
		if (status !== 201) throw new Error(`register answers ${status}`);
	}
}
