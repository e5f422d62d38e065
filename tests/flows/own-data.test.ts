// What people do with their own data as a whole: the picture beside their name, a copy, the end.
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Media } from "#contracts/media";
import type { Collection } from "#mixins/collection";
import { everythingIn } from "#tests/support/everything";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import { linkTo } from "#tests/support/mails";
import { eventually, restart, storeOf } from "#tests/support/neighbours";
import {
	aClerk,
	aCoupon,
	admin,
	anAddress,
	anOrder,
	aProduct,
	aShopper,
	aWord,
	expectBody,
	givePoints,
	paid,
	password,
} from "#tests/support/shop";
import type { Erasure } from "../../services/users/erasing.ts";
import type { Favourite } from "../../services/users/own-data.ts";
import type { StoredUser } from "../../services/users/people.ts";

const folder = process.env.DATA_DIR ?? "";

describe("own data", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall();
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	async function upload(token: string): Promise<Media> {
		const colour = { r: Math.floor(Math.random() * 255), g: 80, b: 120 };
		const bytes = await sharp({
			create: { width: 90, height: 60, channels: 3, background: colour },
		})
			.png()
			.toBuffer();
		const body = new FormData();
		body.set("file", new Blob([new Uint8Array(bytes)], { type: "image/png" }), "me.png");
		return expectBody(await mall.send("POST /me/uploads", { token, body }), 201);
	}
	const avatarOf = async (token: string) =>
		expectBody(await mall.send("GET /me", { token })).avatar;
	const statusOf = async ({ url }: { url: string }) => (await mall.send(`GET /${url}`)).status;

	describe("as a picture beside the name", () => {
		it("is shown, exchanged and deleted again with its file", async () => {
			const { token } = await aShopper(mall);
			const [first, second] = [await upload(token), await upload(token)];
			const show = (image: string) => mall.send("PUT /me/avatar", { token, body: { image } });

			expect(await avatarOf(token)).toBeNull();
			expectBody(await show(first.id), 204);
			expect(await avatarOf(token)).toBe(first.url);
			expectBody(await show(second.url), 204);
			expect(await avatarOf(token)).toBe(second.url);
			expectBody(await show(second.id), 204);
			expect(await statusOf(second)).toBe(200);

			expectBody(await mall.send("DELETE /me/avatar", { token }), 204);
			expect(await avatarOf(token)).toBeNull();
			expectBody(await show(first.id), 422);
		});

		it("is none that somebody else has sent, or nobody", async () => {
			const [{ token }, other] = [await aShopper(mall), await aShopper(mall)];
			const { id } = await upload(other.token);

			for (const image of [id, "nothing", "/media/../secret.png"]) {
				const refused = await mall.send("PUT /me/avatar", { token, body: { image } });
				expect(refused).toMatchObject({
					status: 422,
					body: { errors: [{ path: "image" }] },
				});
			}
			expect(await avatarOf(token)).toBeNull();
		});
	});

	/** What only one person has, so that it is found wherever it is left. */
	function aPast() {
		const name = aWord("Wilhelmina");
		const [phone, street] = [`+49 40 ${Date.now()}`, `${aWord("Grindelhof")} 77b`];
		const note = `leave it at ${aWord("door")}`;
		const description = `the wheel wobbles ${aWord("badly")}`;
		const address = anAddress({ name: `${name} Quist`, phone, street, postalCode: aWord("Z") });
		const secrets = [name, phone, street, address.postalCode, note, description];
		return { name, address, note, description, secrets };
	}

	/** Somebody who has done all that people do, with what nobody may find of them afterwards. */
	async function aLife() {
		const shopper = await aShopper(mall);
		const { token, user } = shopper;
		const { name, address, note, description, secrets } = aPast();
		const desk = { token: await admin(mall) };
		const { id: productId, sku } = await aProduct(mall);
		const own = async (route: string, body: object, status = 200) =>
			expectBody(await mall.send(route, { token, body }), status);
		const staff = async (route: string, body: object, status = 200) =>
			expectBody(await mall.send(route, { ...desk, body }), status);

		const [, code] = (await linkTo(folder, user.email, "/confirm-email")).split("#");
		expectBody(await mall.send("POST /auth/email/confirm", { body: { code } }));
		await own("PATCH /me", { displayName: name });
		await own("POST /me/addresses", address, 201);
		await own("PUT /me/avatar", { image: (await upload(token)).id }, 204);
		await own("POST /me/favourites", { productId }, 204);
		await own("POST /events", { type: "view", productId }, 202);
		const coupon = await aCoupon(mall, { kind: "claim", code: undefined });
		await own(`POST /coupons/${coupon.id}/claim`, {}, 201);
		expectBody(await givePoints(mall, user, 100), 201);
		const known = expectBody(await mall.send(`GET /admin/users/${user.id}`, desk));
		const renamed = { displayName: `Mrs ${name}`, version: known.version };
		await staff(`PATCH /admin/users/${user.id}`, renamed);
		await mall.send("POST /auth/password/forgot", { body: { email: user.email } });

		const guest = await anOrder(
			mall,
			{},
			{ items: [{ sku, quantity: 1 }], address, email: user.email },
		);
		await staff(`POST /admin/orders/${guest.id}/cancel`, { reason: "test" });
		const wish = { items: [{ sku, quantity: 2 }], address, note };
		const order = await paid(mall, shopper, await anOrder(mall, shopper, wish));
		const parcel = { carrier: "DHL", trackingNumber: aWord("JD") };
		await staff(`POST /admin/orders/${order.id}/shipments`, parcel, 201);
		await own(`POST /orders/${order.id}/receipt`, {});
		await eventually(async () => {
			const { invoice } = expectBody(await mall.send(`GET /orders/${order.id}`, shopper));
			expect(invoice?.number).toBeTruthy();
		});
		const goodsBack = {
			lines: [{ sku, quantity: 1 }],
			reason: "damaged",
			description,
		};
		const back = await own(`POST /orders/${order.id}/returns`, goodsBack, 201);
		await own("POST /cart/items", { sku, quantity: 1 });
		const mine = [...secrets, user.email, user.username];
		return { ...shopper, order, returnId: returnIdOf(back), desk, mine, note, address };
	}
	const returnIdOf = (made: { id: string; returns?: { id: string }[] }) =>
		made.returns?.at(-1)?.id ?? made.id;

	const rejected = async (returnId: string) =>
		expectBody(
			await mall.send(`POST /admin/returns/${returnId}/reject`, {
				token: await admin(mall),
				body: { reason: "It may wobble" },
			}),
		);

	async function copyOf({ token }: { token: string }) {
		const answer = await fetch(`${mall.origin}/api/v1/me/export`, {
			headers: { Authorization: `Bearer ${token}` },
		});
		expect(answer.status).toBe(200);
		expect(answer.headers.get("Content-Type")).toBe("application/zip");
		const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
		return Object.fromEntries(
			Object.entries(files).map(([name, bytes]) => [name, JSON.parse(strFromU8(bytes))]),
		) as Record<string, any[]>;
	}

	const keepersOf = async (...found: string[]) =>
		[...(await everythingIn(folder))]
			.filter(([, text]) => found.some((one) => text.includes(one.toLowerCase())))
			.map(([name]) => name);

	/** They keep the opaque id of who did something, and nothing else of them. */
	const idOnly = new Set(["inventory", "jobs", "payments", "mails"]);

	describe("as a copy", () => {
		it("comes from every service that keeps something about the person", async () => {
			const life = await aLife();
			const copy = await copyOf(life);

			const givers = new Set(Object.keys(copy).map((name) => name.split("/")[0]));
			const silent = (await keepersOf(life.user.id)).filter(
				(name) => !givers.has(name) && !idOnly.has(name),
			);
			expect(silent).toEqual([]);
			expect(copy["users/profile.json"]?.[0].email).toBe(life.user.email);
			expect(copy["users/addresses.json"]?.[0]).toMatchObject([
				{ street: life.address.street },
			]);
			expect(copy["orders/orders.json"]).toHaveLength(2);
			const own = copy["orders/orders.json"]?.find(({ id }) => id === life.order.id);
			expect(own).toMatchObject({ note: life.note, documents: [{ kind: "invoice" }] });
			const text = JSON.stringify(copy);
			expect(text).not.toMatch(/argon2|refreshHash|"salt"|"tokens"/);
			expect((await mall.send("GET /me/export")).status).toBe(401);
		});

		it("walks through more than a piece holds", async () => {
			const { token, user } = await aShopper(mall);
			const { favourites } = storeOf<{ favourites: Collection<Favourite> }>(mall, "users");
			const kept = Array.from({ length: 230 }, (_, n) => ({
				id: `${user.id}:${n}`,
				userId: user.id,
				productId: `product-${n}`,
				createdAt: user.createdAt,
				version: 1,
			}));
			await favourites.insertMany(kept);

			const copy = await copyOf({ token });
			const products = copy["users/favourites.json"]?.map(({ productId }) => productId);
			expect(new Set(products).size).toBe(230);
			expect(products).toHaveLength(230);
		});
	});

	describe("that is erased", () => {
		const erase = (login: { token: string }, body: object = { password }) =>
			mall.send("DELETE /me", { token: login.token, body });

		it("needs the right password, finished orders and another administrator", async () => {
			const shopper = await aShopper(mall);
			const { sku } = await aProduct(mall);
			const order = await anOrder(mall, shopper, { items: [{ sku, quantity: 1 }] });

			const nothing = await erase(shopper, {});
			expect(nothing).toMatchObject({
				status: 422,
				body: { errors: [{ path: "password" }] },
			});
			const wrong = await erase(shopper, { password: "not the password" });
			expect(wrong).toMatchObject({ status: 401, body: { code: "BAD_CREDENTIALS" } });
			const early = await erase(shopper);
			expect(early).toMatchObject({ status: 409, body: { code: "ORDERS_UNFINISHED" } });
			expect(early.body.detail).toContain(order.number);
			const last = await erase(
				{ token: await admin(mall) },
				{ password: process.env.ADMIN_PASSWORD },
			);
			expect(last).toMatchObject({ status: 409, body: { code: "LAST_ADMINISTRATOR" } });

			expect((await mall.send("GET /me", shopper)).status).toBe(200);
			expect((await mall.send("GET /admin/roles", { token: await admin(mall) })).status).toBe(
				200,
			);
		});

		it("is found nowhere any more, while the books add up and the audit log holds", async () => {
			const life = await aLife();
			const { user, order, desk, mine } = life;
			expect((await erase(life)).status).toBe(409);
			await rejected(life.returnId);
			const before = expectBody(await mall.send(`GET /admin/orders/${order.id}`, desk));
			expect((await keepersOf(...mine)).length).toBeGreaterThan(5);

			expectBody(await erase(life), 204);
			expect((await mall.send("GET /me", life)).status).toBe(401);
			await againAtOnce(user.id);

			expect(await keepersOf(...mine)).toEqual([]);
			const after = expectBody(await mall.send(`GET /admin/orders/${order.id}`, desk));
			expect(after).toMatchObject({
				number: before.number,
				totals: before.totals,
				items: before.items,
				invoice: before.invoice,
				address: { name: "–", country: "GB" },
			});
			const pdf = await mall.send(`GET /admin/orders/${order.id}/invoice`, desk);
			expect(pdf.status).toBe(200);
			const chain = expectBody(await mall.send("GET /admin/audit/verification", desk));
			expect(chain).toMatchObject({ broken: null, next: null });
			expect(chain.scrubbed).toBeGreaterThan(0);
			const { username, email } = user;
			const anew = { username, email, password };
			expectBody(await mall.send("POST /auth/register", { body: anew }), 201);
		});

		it("is erased in full by the next process when one dies in between", async () => {
			const life = await aShopper(mall);
			const { erasures } = storeOf<Erasing>(mall, "users");
			const claims = [`username:${life.user.username}`, `email:${life.user.email}`];
			const about = { kind: "customer" as const, email: null, mailbox: life.user.email };
			const whom = { userId: life.user.id, ...about };
			const longAgo = "2026-01-01T00:00:00.000Z";
			const left = { id: life.user.id, whom, claims, askedAt: longAgo, dueAt: longAgo };
			await erasures.insert({ ...left, rounds: 0, version: 1 });

			await restart(mall, "users");

			const { users } = storeOf<Erasing>(mall, "users");
			await eventually(async () => expect(await users.findById(life.user.id)).toBeNull());
			await againAtOnce(life.user.id);
			expect((await mall.send("GET /me", life)).status).toBe(401);
			expect(await keepersOf(life.user.username)).toEqual([]);
		});

		it("is that of staff as well, whose name leaves the products they have made", async () => {
			const clerk = await aClerk(mall, "products:write", "products:read");
			const { id } = await aProduct(mall);
			const made = { name: aWord("Thing "), version: 1 };
			expectBody(
				await mall.send(`PATCH /admin/products/${id}`, { token: clerk.token, body: made }),
			);
			expect(await keepersOf(clerk.user.username)).toContain("products");

			expectBody(await erase(clerk), 204);
			await againAtOnce(clerk.user.id);
			expect(await keepersOf(clerk.user.username)).not.toContain("products");
		});

		/** The second round, which else comes a minute later. */
		async function againAtOnce(id: string) {
			const { erasures } = storeOf<Erasing>(mall, "users");
			const longAgo = "2026-01-01T00:00:00.000Z";
			await eventually(async () => {
				await erasures.update({ id }, { $set: { dueAt: longAgo } });
				expect(await erasures.findById(id)).toBeNull();
			});
		}
	});
});

type Erasing = { erasures: Collection<Erasure>; users: Collection<StoredUser> };
