import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { media } from "#contracts/media";
import type { Media } from "#contracts/media";
import type { Collection } from "#mixins/collection";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { restart, storeOf } from "#tests/support/neighbours";
import type { Upload } from "./uploads.ts";

describe("media", () => {
	let mall: TestMall;
	beforeAll(async () => {
		mall = await start(["media"]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const upload = (bytes: Buffer) =>
		mall.broker.call(media.upload.name, {}, {
			meta: { ...staff("media:write"), filename: "photo.png" },
			stream: Readable.from([bytes]),
		} as object) as Promise<Media>;
	const file = (url: string, w?: number) =>
		mall.call(media.file, {
			name: url.slice("/media/".length),
			w,
		}) as unknown as Promise<Buffer>;
	const picture = (width: number, height: number) =>
		sharp({ create: { width, height, channels: 3, background: "#358" } });

	it("stores a picture once, however often it is uploaded", async () => {
		const bytes = await picture(300, 200).png().toBuffer();

		const [first, second] = [await upload(bytes), await upload(bytes)];

		expect(first).toMatchObject({ width: 300, height: 200, type: "image/png" });
		expect(second.id).toBe(first.id);
		expect((await file(first.url)).length).toBe(first.bytes);
	});

	it("stores a picture once that many upload at the same moment", async () => {
		const bytes = await picture(31, 17).png().toBuffer();

		const stored = await Promise.all([1, 2, 3, 4].map(() => upload(bytes)));

		expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
	});

	it("offers it in the next larger width, as WebP, the same for all who ask at once", async () => {
		const { url } = await upload(await picture(900, 600).jpeg().toBuffer());

		const made = await Promise.all([file(url, 300), file(url, 310), file(url, 320)]);

		expect(await sharp(made[0]).metadata()).toMatchObject({ format: "webp", width: 320 });
		expect(made[1]!.equals(made[0]!)).toBe(true);
	});

	it("forgets where a photo was taken and stands it upright", async () => {
		const bytes = await picture(400, 200)
			.withExif({ IFD0: { Copyright: "secret place" } })
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();

		const { url, width, height } = await upload(bytes);

		expect({ width, height }).toEqual({ width: 200, height: 400 });
		expect((await sharp(await file(url)).metadata()).exif).toBeUndefined();
	});

	it.each([
		["text", Buffer.from("hello")],
		["a page", Buffer.from("<html><script>alert(1)</script></html>")],
		[
			"a drawing",
			Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
		],
		["nothing", Buffer.alloc(0)],
	])("refuses %s that says it is a picture", async (_what, bytes) => {
		await expect(upload(bytes)).rejects.toMatchObject({ type: "NOT_A_PICTURE", code: 415 });
	});

	it("refuses more than 10 MiB", async () => {
		await expect(upload(Buffer.alloc(11 * 1024 * 1024))).rejects.toMatchObject({ code: 413 });
	});

	it("keeps drawings under their content and draws them in any width", async () => {
		const svg =
			'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><rect width="1000" height="1000" fill="#a33"/></svg>';

		const [stored] = await mall.call(media.putDrawings, {
			drawings: [{ name: "mug-front", svg }],
		});
		const again = await mall.call(media.putDrawings, {
			drawings: [{ name: "mug-front", svg }],
		});

		expect(again[0]).toEqual(stored);
		expect((await file(stored!.url)).toString()).toBe(svg);
		expect(await sharp(await file(stored!.url, 640)).metadata()).toMatchObject({ width: 640 });
	});

	describe("of buyers", () => {
		const send = async (owner: string) => {
			const stream = Readable.from([await picture(20, 10).png().toBuffer()]);
			const meta = { ...customer(owner), filename: "crack.png" };
			return mall.broker.call(media.uploadOwn.name, {}, {
				meta,
				stream,
			} as object) as Promise<Media>;
		};
		const claim = (owner: string, use: string, ...images: string[]) =>
			mall.call(media.claim, { owners: [`user:${owner}`], use, images });
		const uploads = () => storeOf<{ uploads: Collection<Upload> }>(mall, "media").uploads;
		const longAgo = "2026-01-01T00:00:00.000Z";

		it("are apart for each of them, also with the same content", async () => {
			const [first, second] = [await send("ann"), await send("bob")];

			expect(second.url).not.toBe(first.url);
			expect(first).toMatchObject({ name: "crack.png", width: 20, type: "image/png" });
			expect((await file(second.url)).length).toBe(second.bytes);
			const { items } = await mall.call(media.list, {}, staff("media:read"));
			expect(items.map(({ id }) => id)).not.toContain(first.id);
		});

		it("are held for one use of their owner, all of them or none", async () => {
			const [first, second] = [await send("ann"), await send("ann")];
			const foreign = await send("bob");

			expect(await claim("ann", "return:1", first.id, foreign.id)).toEqual([first.url, null]);
			expect((await uploads().findById(first.id))!.use).toBeNull();
			expect(await claim("ann", "return:1", first.id, second.url)).toEqual([
				first.url,
				second.url,
			]);
			expect(await claim("ann", "return:1", first.id)).toEqual([first.url]);
			expect(await claim("ann", "return:2", first.id)).toEqual([null]);
			const both = await send("ann");
			const uses = await Promise.all(
				["a", "b"].map((use) => claim("ann", `review:${use}`, both.id)),
			);
			expect(uses.flat().filter(Boolean)).toEqual([both.url]);
		});

		it("go after a day unless they are kept, and nobody can use them then", async () => {
			const [unused, held, kept] = [await send("ann"), await send("ann"), await send("ann")];
			await claim("ann", "return:3", held.id);
			await claim("ann", "return:4", kept.id);
			await mall.call(media.keep, { use: "return:4" });
			await claim("ann", "return:4", kept.id);
			expect((await uploads().findById(kept.id))!.dueAt).toBeNull();
			const late = { dueAt: { $gt: longAgo } };
			await uploads().update(late, { $set: { dueAt: longAgo } });
			expect(await claim("ann", "return:5", unused.id)).toEqual([null]);

			await restart(mall, "media");

			await vi.waitFor(async () => expect(await uploads().findById(unused.id)).toBeNull());
			await vi.waitFor(async () => expect(await uploads().findById(held.id)).toBeNull());
			await expect(file(unused.url)).rejects.toMatchObject({ type: "MEDIA_NOT_FOUND" });
			expect((await file(kept.url)).length).toBe(kept.bytes);
		});

		it("stay for a use of which only one is kept, and the others go", async () => {
			const [before, after] = [await send("ann"), await send("ann")];
			await claim("ann", "avatar:ann", before.id, after.id);
			await mall.call(media.keep, { use: "avatar:ann" });

			for (const image of [after.url, after.url])
				await mall.call(media.keepOnly, { use: "avatar:ann", image });
			await restart(mall, "media");

			await vi.waitFor(async () => expect(await uploads().findById(before.id)).toBeNull());
			expect((await file(after.url)).length).toBe(after.bytes);
			await mall.call(media.keepOnly, { use: "avatar:ann", image: null });
			await restart(mall, "media");
			await vi.waitFor(async () => expect(await uploads().findById(after.id)).toBeNull());
		});

		it("need somebody who sends them, and are checked like all others", async () => {
			const stream = Readable.from([Buffer.from("no picture")]);
			const wrong = mall.broker.call(media.uploadOwn.name, {}, {
				meta: customer("ann"),
				stream,
			} as object);

			await expect(mall.call(media.uploadOwn)).rejects.toMatchObject({
				type: "NOT_SIGNED_IN",
			});
			await expect(wrong).rejects.toMatchObject({ type: "NOT_A_PICTURE" });
		});
	});

	it("knows no file outside its folder", async () => {
		await expect(file("/media/..%2Fmedia.sqlite")).rejects.toMatchObject({ code: 422 });
		await expect(file("/media/nothing.png")).rejects.toMatchObject({ type: "MEDIA_NOT_FOUND" });
	});
});
