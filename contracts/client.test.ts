import { afterEach, describe, expect, it, vi } from "vitest";
import { createClient } from "./client.ts";
import type { ShopRoute } from "./client.ts";
import { shopRoutes } from "./routes.ts";

/** A mall that refuses every token but the newest, and every password. */
function aMall() {
	let token = "old";
	const asked: string[] = [];
	const refuse = (code: string) =>
		Response.json({ status: 401, code }, { status: 401, statusText: "Unauthorized" });
	vi.stubGlobal("fetch", async (url: string, { headers }: { headers: Headers }) => {
		asked.push(url);
		if (url.endsWith("/auth/login")) return refuse("BAD_CREDENTIALS");
		const isGood = new Headers(headers).get("Authorization") === "Bearer new";
		return isGood ? Response.json({ isGood }) : refuse("NOT_SIGNED_IN");
	});
	const renew = vi.fn(async () => {
		token = "new";
		return true;
	});
	const client = createClient({
		routes: shopRoutes,
		renew,
		headers: () => ({ Authorization: `Bearer ${token}` }),
	});
	return { client, renew, asked };
}

afterEach(() => vi.unstubAllGlobals());

describe("the client, when the token is too old,", () => {
	it.each<ShopRoute>(["auth.me", "auth.sessions", "auth.logout", "orders.list"])(
		"renews it once and asks for %s again",
		async (route) => {
			const { client, renew, asked } = aMall();

			await expect(client.send(route, {} as never)).resolves.toEqual({ isGood: true });
			expect(renew).toHaveBeenCalledOnce();
			expect(asked).toHaveLength(2);
		},
	);

	it("gives up when there is no newer one", async () => {
		const { client, renew, asked } = aMall();
		renew.mockResolvedValue(false);

		await expect(client.send("auth.me")).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
		expect(asked).toHaveLength(1);
	});

	it("does not renew in order to renew", async () => {
		const { client, renew } = aMall();

		await expect(client.send("auth.renew")).rejects.toMatchObject({ status: 401 });
		expect(renew).not.toHaveBeenCalled();
	});
});

it("takes a wrong password for what it is", async () => {
	const { client, renew } = aMall();
	const login = { login: "ada", password: "not hers" };

	await expect(client.send("auth.login", login)).rejects.toMatchObject({
		code: "BAD_CREDENTIALS",
	});
	expect(renew).not.toHaveBeenCalled();
});
