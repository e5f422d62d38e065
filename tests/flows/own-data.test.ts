// What people do with their own data as a whole: the picture beside their name, a copy, the end.
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Media } from "#contracts/media";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import { aShopper, expectBody } from "#tests/support/shop";

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
});
