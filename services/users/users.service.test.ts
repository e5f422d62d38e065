import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { acl } from "#contracts/acl";
import { auth } from "#contracts/auth";
import { products } from "#contracts/products";
import { users } from "#contracts/users";
import type { User } from "#contracts/users";
import { customer, removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aLogin, aName, aShopper, password, theAdministrator } from "#tests/support/people";

const onSale = new Set(["p1", "p2"]);
const catalogue = stub(products, {
	cards: ({ ids }) => ids.filter((id) => onSale.has(id)).map(aCard),
});

let mall: TestMall;
beforeAll(async () => {
	mall = await start(["users", "auth", "audit", "acl", catalogue]);
	await theAdministrator(mall);
});
afterEach(() => {
	vi.useRealTimers();
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

const wanted = (username: string) => ({
	username,
	email: `${username}@example.com`,
	kind: "customer" as const,
});
const skip = (minutes: number) => {
	vi.useFakeTimers({ toFake: ["Date"] });
	vi.setSystemTime(Date.now() + minutes * 60_000);
};
const admin = staff("users:read", "users:write");

describe("registration", () => {
	it("gives one name to exactly one of many, however it is written", async () => {
		const name = aName("Ada");
		const spellings = [name, name.toUpperCase(), name.toLowerCase()];
		const attempts = Array.from({ length: 12 }, (_, at) =>
			mall.call(auth.register, {
				username: spellings[at % 3] ?? name,
				email: `${at}${name}@example.com`,
				password,
			}),
		);

		const outcomes = await Promise.allSettled(attempts);

		expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		for (const outcome of outcomes) {
			if (outcome.status === "fulfilled") continue;
			expect(outcome.reason).toMatchObject({ type: "USERNAME_TAKEN", code: 409 });
		}
	});

	it("gives one e-mail address to one person, and frees the other's name", async () => {
		const first = await aShopper(mall);
		const other = aName();
		const email = first.login.user.email.toUpperCase();

		const attempt = mall.call(users.claim, { username: other, email, kind: "customer" });

		await expect(attempt).rejects.toMatchObject({ type: "EMAIL_TAKEN", code: 409 });
		await expect(mall.call(users.claim, wanted(other))).resolves.toMatchObject({
			status: "new",
		});
	});

	it("that dies half-way is nobody's account, and its names are free after 15 minutes", async () => {
		const name = aName();
		const left = await mall.call(users.claim, wanted(name));
		await mall.call(auth.setPassword, { userId: left.id, password });

		await expect(aLogin(mall, name)).rejects.toMatchObject({ type: "BAD_CREDENTIALS" });
		await expect(aShopper(mall, name)).rejects.toMatchObject({ type: "USERNAME_TAKEN" });
		skip(16);
		const { login } = await aShopper(mall, name);

		expect(login.user).toMatchObject({ username: name, status: "active" });
		expect(login.user.id).not.toBe(left.id);
		await expect(mall.call(users.activate, { id: left.id })).rejects.toMatchObject({
			type: "USER_NOT_FOUND",
		});
	});

	it("is not finished when it lapsed, even if nobody wants the name", async () => {
		const left = await mall.call(users.claim, wanted(aName()));

		skip(16);

		await expect(mall.call(users.activate, { id: left.id })).rejects.toMatchObject({
			type: "USER_NOT_FOUND",
		});
	});

	it("can be activated twice and tells it once", async () => {
		const { id } = await mall.call(users.claim, wanted(aName()));

		const once = await mall.call(users.activate, { id });
		const twice = await mall.call(users.activate, { id });

		expect(once).toMatchObject({ status: "active" });
		expect(twice).toEqual(once);
	});

	it("can have been there for long, as demo people have", async () => {
		const { id } = await mall.call(users.claim, wanted(aName()));
		const since = "2026-01-02T10:00:00.000Z";

		await mall.call(users.activate, { id, since });

		const [person] = await mall.call(users.resolve, { ids: [id] });
		expect(person).toMatchObject({ status: "active", createdAt: since });
	});

	it("names what is wrong with names", async () => {
		const attempt = mall.call(users.claim, {
			username: "-no-",
			email: "a@b",
			kind: "customer",
		});

		await expect(attempt).rejects.toMatchObject({ type: "INVALID", code: 422 });
		await expect(mall.call(users.claim, wanted("Support"))).rejects.toMatchObject({
			data: { errors: [expect.objectContaining({ path: "username" })] },
		});
	});
});

describe("an address book", () => {
	const place = {
		name: "Ada",
		phone: "+44 20",
		country: "GB",
		province: "",
		city: "London",
		street: "1 St",
		postalCode: "N1",
	};
	const book = async (meta: ReturnType<typeof customer>) =>
		(await mall.call(users.addresses, {}, meta)).items;

	it("has one default, through every change", async () => {
		const me = customer(aName());
		const first = await mall.call(users.addAddress, place, me);
		const second = await mall.call(users.addAddress, { ...place, isDefault: true }, me);

		expect(first.isDefault).toBe(true);
		expect((await book(me)).map(({ isDefault }) => isDefault)).toEqual([false, true]);

		const moved = await mall.call(users.changeAddress, { id: first.id, isDefault: true }, me);
		expect(moved.isDefault).toBe(true);
		await mall.call(users.removeAddress, { id: first.id }, me);
		expect(await book(me)).toEqual([{ ...second, isDefault: true }]);
	});

	it("has one default when several come at once, and no more than 30", async () => {
		const me = customer(aName());
		const attempts = Array.from({ length: 8 }, () => mall.call(users.addAddress, place, me));
		await Promise.all(attempts);
		for (let at = 8; at < 30; at += 1) await mall.call(users.addAddress, place, me);

		await expect(mall.call(users.addAddress, place, me)).rejects.toMatchObject({
			type: "TOO_MANY_ADDRESSES",
		});
		const { items, total } = await mall.call(users.addresses, { pageSize: 100 }, me);
		expect(total).toBe(30);
		expect(items.filter(({ isDefault }) => isDefault)).toHaveLength(1);
	});

	it("is nobody else's", async () => {
		const me = customer(aName());
		const { id } = await mall.call(users.addAddress, place, me);
		const other = customer(aName());

		const attempts = [
			mall.call(users.changeAddress, { id, city: "Rome" }, other),
			mall.call(users.removeAddress, { id }, other),
			mall.call(users.addressOf, { userId: "other", addressId: id }),
		];

		for (const attempt of attempts) {
			await expect(attempt).rejects.toMatchObject({ type: "ADDRESS_NOT_FOUND", code: 404 });
		}
	});
});

describe("favourites", () => {
	it("are kept once, newest first, and shown as cards", async () => {
		const me = customer(aName());
		await mall.call(users.addFavourite, { productId: "p1" }, me);
		skip(1);
		await mall.call(users.addFavourite, { productId: "p2" }, me);
		await mall.call(users.addFavourite, { productId: "p1" }, me);

		const { items, total } = await mall.call(users.favourites, {}, me);
		await mall.call(users.removeFavourite, { productId: "p1" }, me);

		expect(items.map(({ id }) => id)).toEqual(["p2", "p1"]);
		expect(total).toBe(2);
		expect((await mall.call(users.favourites, {}, me)).total).toBe(1);
	});

	it("are products that there are", async () => {
		const attempt = mall.call(users.addFavourite, { productId: "p9" }, customer(aName()));

		await expect(attempt).rejects.toMatchObject({ type: "PRODUCT_NOT_FOUND" });
	});
});

describe("staff", () => {
	const aClerk = (username = aName(), extra: object = {}): Promise<User> =>
		mall.call(
			users.create,
			{ username, email: `${username}@example.com`, password, ...extra },
			staff("users:write", "users:assign", "orders:read"),
		);
	const change = (user: User, changes: object, meta = admin) =>
		mall.call(users.update, { id: user.id, version: user.version, ...changes }, meta);

	it("find people by the beginning of their name or address, and nothing else", async () => {
		const name = aName("Zoe.b");
		await aShopper(mall, name);
		const find = async (q: string, more: object = {}) =>
			(await mall.call(users.list, { q, ...more }, admin)).items.map((u) => u.username);

		expect(await find(name.slice(0, 8).toUpperCase())).toContain(name);
		expect(await find(`${name}@EXAMPLE`)).toEqual([name]);
		expect(await find(name, { kind: "staff" })).toEqual([]);
		expect(await find(name, { status: "disabled" })).toEqual([]);
		expect(await find("Zoe.*")).toEqual([]);
	});

	it("see nobody whose registration is under way", async () => {
		const name = aName();
		const { id } = await mall.call(users.claim, wanted(name));

		const { items } = await mall.call(users.list, { q: name }, admin);

		expect(items).toEqual([]);
		await expect(mall.call(users.get, { id }, admin)).rejects.toMatchObject({ code: 404 });
	});

	it("make accounts that can log in, with roles they may give", async () => {
		const name = aName();
		const role = aName("reader").toLowerCase();
		const makesRoles = staff("roles:write", "orders:read");
		await mall.call(
			acl.createRole,
			{ key: role, name: role, rights: ["orders:read"] },
			makesRoles,
		);

		const made = await aClerk(name, { roles: [role] });

		expect(made).toMatchObject({ kind: "staff", status: "active", roles: [{ key: role }] });
		expect((await aLogin(mall, name)).login.user.id).toBe(made.id);
	});

	it("leave nothing behind when a role or the password is refused", async () => {
		const name = aName();

		await expect(aClerk(name, { roles: ["manager"] })).rejects.toMatchObject({
			type: "CANT_GRANT",
		});
		await expect(aClerk(name, { password: "short" })).rejects.toMatchObject({
			type: "INVALID",
			data: { errors: [expect.objectContaining({ path: "password" })] },
		});
		await expect(aClerk(name)).resolves.toMatchObject({ username: name, roles: [] });
	});

	it("without the right to assign make accounts without roles only", async () => {
		const name = aName();
		const account = { username: name, email: `${name}@example.com`, password };

		const attempt = mall.call(users.create, { ...account, roles: ["customer"] }, admin);

		await expect(attempt).rejects.toMatchObject({ type: "FORBIDDEN" });
		await expect(mall.call(users.create, account, admin)).resolves.toMatchObject({ roles: [] });
	});

	it("disable people, whose sessions end with it", async () => {
		const { login, sessionId } = await aShopper(mall);

		const disabled = await change(login.user, { status: "disabled" });

		expect(disabled.status).toBe("disabled");
		expect((await mall.call(auth.standing, { sessionId })).standing).toBeNull();
		await expect(aLogin(mall, login.user.username)).rejects.toMatchObject({
			type: "BAD_CREDENTIALS",
		});
		await change(disabled, { status: "active" });
		await expect(aLogin(mall, login.user.username)).resolves.toBeDefined();
		expect((await mall.call(auth.standing, { sessionId })).standing).toBeNull();
	});

	it("are refused a change on an old version", async () => {
		const { login } = await aShopper(mall);
		await change(login.user, { displayName: "First" });

		const late = change(login.user, { displayName: "Late", email: `${aName()}@example.com` });

		await expect(late).rejects.toMatchObject({ type: "STALE_VERSION", code: 409 });
	});

	it("move somebody to another e-mail address, which frees the old one", async () => {
		const { login } = await aShopper(mall);
		const taken = (await aShopper(mall)).login.user.email;
		const email = `${aName()}@example.com`;

		await expect(change(login.user, { email: taken })).rejects.toMatchObject({
			type: "EMAIL_TAKEN",
		});
		const moved = await change(login.user, { email });

		expect(moved).toMatchObject({ email, emailVerified: false });
		expect((await aLogin(mall, email)).login.user.id).toBe(login.user.id);
		await expect(aLogin(mall, login.user.email)).rejects.toMatchObject({
			type: "BAD_CREDENTIALS",
		});
		const heir = { ...wanted(aName()), email: login.user.email };
		await expect(mall.call(users.claim, heir)).resolves.toBeDefined();
	});

	it("can't take the account of who may do more", async () => {
		const boss = await mall.call(users.get, { id: await theAdministrator(mall) }, admin);

		await expect(change(boss, { email: "me@example.com" })).rejects.toMatchObject({
			type: "FORBIDDEN",
		});
		await expect(change(boss, { displayName: "Boss" })).resolves.toBeDefined();
	});

	it("can't disable the last administrator", async () => {
		const id = await theAdministrator(mall);
		const boss = await mall.call(users.get, { id }, admin);
		const { rights } = await mall.call(acl.rightsOf, { userId: id });

		const attempt = change(boss, { status: "disabled" }, staff(...rights));

		await expect(attempt).rejects.toMatchObject({ type: "LAST_ADMINISTRATOR", code: 409 });
	});
});

function aCard(id: string) {
	const category = { id: "c", slug: "c", name: "C" };
	const rating = { average: 0, count: 0 };
	const createdAt = "2030-01-01T00:00:00.000Z";
	const shown = { id, slug: id, name: id, subtitle: "", brand: null, category, tags: [] };
	return {
		...shown,
		image: null,
		price: 1,
		listPrice: null,
		inStock: true,
		rating,
		sales: 0,
		createdAt,
	};
}
