import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { media } from "#contracts/media";
import type { Media } from "#contracts/media";
import { removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

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

	it("knows no file outside its folder", async () => {
		await expect(file("/media/..%2Fmedia.sqlite")).rejects.toMatchObject({ code: 422 });
		await expect(file("/media/nothing.png")).rejects.toMatchObject({ type: "MEDIA_NOT_FOUND" });
	});
});
