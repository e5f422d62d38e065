// The pictures of a return: uploads of the buyer that are held for it before it is written down, and
// kept after it.
import { media } from "#contracts/media";
import { invalid } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";

export const useOf = (returnId: string) => `return:${returnId}`;

type Wanted = { orderId: string; returnId: string; images: string[] };

/** Their addresses; every one that is not the buyer's, or is used already, is named. */
export async function held(ctx: Ctx, { orderId, returnId, images }: Wanted): Promise<string[]> {
	if (images.length === 0) return [];
	const { user } = ctx.meta;
	const owners = [`order:${orderId}`, ...(user ? [`user:${user.id}`] : [])];
	const found = await call(ctx, media.claim, { owners, use: useOf(returnId), images });
	const wrong = found.flatMap((url, index) =>
		url === null
			? [
					{
						path: `images.${index}`,
						message: "is no upload of yours to use",
						zh: "不是您可用的上传图片",
					},
				]
			: [],
	);
	if (wrong.length > 0) invalid(wrong);
	return found.flatMap((url) => url ?? []);
}
