// Pictures of nodes that share no disk, in a true S3 server. What the service does with them is tested
// by its own tests, which `npm run test:real` runs on the same server.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { media } from "#contracts/media";
import type { Media } from "#contracts/media";
import { withServer } from "#tests/support/engines/available";
import { startS3 } from "#tests/support/engines/s3";
import type { TestMall } from "#tests/support/mall";

await withServer("S3", startS3, ({ url, stop, signal, restart }) => {
	process.env.S3_URL = `${url}/of/this/test`;

	describe("pictures in a bucket", () => {
		let mall: TestMall;
		let picture: Media;
		let bytes: Buffer;
		beforeAll(async () => {
			const { staff, start } = await import("#tests/support/mall");
			mall = await start(["media"]);
			bytes = await sharp({
				create: { width: 900, height: 600, channels: 3, background: "#358" },
			})
				.png()
				.toBuffer();
			const meta = { ...staff("media:write"), filename: "photo.png" };
			const stream = Readable.from([bytes]);
			picture = await mall.broker.call(media.upload.name, {}, { meta, stream } as object);
		});
		afterAll(async () => {
			await mall.stop();
			await stop();
		});

		const file = (w?: number) => {
			const name = picture.url.slice("/media/".length);
			return mall.call(media.file, { name, w }) as unknown as Promise<Buffer>;
		};

		it("lie there and on no disk of ours, in every width", async () => {
			const { dataDir } = await import("#mixins/env");

			expect((await file()).length).toBe(picture.bytes);
			const [made, kept] = [await file(320), await file(320)];

			expect(await sharp(made).metadata()).toMatchObject({ format: "webp", width: 320 });
			expect(kept.equals(made)).toBe(true);
			expect(existsSync(join(dataDir, "media"))).toBe(false);
		});

		it("are out of reach, and not gone, while the server is", async () => {
			signal("SIGKILL");

			await expect(file()).rejects.toMatchObject({ type: "UNAVAILABLE" });
			await restart();

			await vi.waitFor(async () => expect((await file()).length).toBe(picture.bytes), 15_000);
		});

		it("are gone with all their sizes when they are removed", async () => {
			const { staff } = await import("#tests/support/mall");
			await mall.call(media.remove, { id: picture.id }, staff("media:write"));

			for (const width of [undefined, 320])
				await expect(file(width)).rejects.toMatchObject({ type: "MEDIA_NOT_FOUND" });
		});
	});
});
