import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actions } from "#contracts/index";
import { removeData } from "#tests/support/mall";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { aCategory, admin, aProduct, aShopper, expectBody } from "#tests/support/shop";

interface Stretch {
	items: { id: string }[];
	nextCursor: string | null;
}

const walked = actions.filter(({ walks }) => walks).map(({ rest = "" }) => rest);

describe("lists that are walked by cursor", () => {
	let mall: OpenMall;
	let token: string;
	let product: Awaited<ReturnType<typeof aProduct>>;
	beforeAll(async () => {
		mall = await openMall();
		token = await admin(mall);
		product = await aProduct(mall);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const addressOf = async (rest: string) => {
		const { user } = await aShopper(mall);
		const id = rest.includes("/admin/users") ? user.id : product.id;
		return rest.replace(":id", id).replace(":sku", product.sku);
	};

	it.each(walked)(
		"%s answers a stretch to who sends a cursor, a page to who sends none",
		async (rest) => {
			const route = await addressOf(rest);

			const stretch = await mall.send(`${route}?cursor=&pageSize=1`, { token });
			const page = await mall.send(`${route}?pageSize=1`, { token });

			expect(Object.keys(expectBody(stretch)).toSorted()).toEqual(["items", "nextCursor"]);
			expect(expectBody(page)).toMatchObject({ page: 1, pageSize: 1 });
			expect(page.body).not.toHaveProperty("nextCursor");
			expect(stretch.body.items).toEqual(page.body.items);
		},
	);

	it.each(walked)("%s names the field of a wrong cursor", async (rest) => {
		const route = await addressOf(rest);

		for (const cursor of ["nonsense", "a b", "x".repeat(1001)]) {
			const { status, body } = await mall.send(`${route}?cursor=${cursor}`, { token });

			expect(status, cursor).toBe(422);
			expect(body).toMatchObject({ code: "INVALID", errors: [{ path: "cursor" }] });
		}
	});

	it("shows every product once while others are put in", async () => {
		const categoryId = (await aCategory(mall)).id;
		const there = [];
		for (let at = 0; at < 5; at++) there.push((await aProduct(mall, { categoryId })).id);

		const seen: string[] = [];
		const some = `GET /products?category=${categoryId}&pageSize=2`;
		for (let cursor: string | null = ""; cursor !== null;) {
			const stretch: Stretch = expectBody(await mall.send(`${some}&cursor=${cursor}`));
			seen.push(...stretch.items.map(({ id }) => id));
			cursor = stretch.nextCursor;
			await aProduct(mall, { categoryId });
		}

		expect(seen).toEqual(there.toReversed());
	});

	it("takes no cursor of a list in another order", async () => {
		await aProduct(mall);
		const { nextCursor } = expectBody(await mall.send("GET /products?pageSize=1&cursor="));

		const other = await mall.send(`GET /products?sort=price&cursor=${nextCursor}`);

		expect(other).toMatchObject({ status: 422, body: { errors: [{ path: "cursor" }] } });
	});
});
