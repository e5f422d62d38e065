// The picture beside somebody's name, which the media service keeps.
import { media } from "#contracts/media";
import { said } from "#domain/field-words";
import { invalid } from "#mixins/errors";
import { call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { People } from "./people.ts";

const useOf = (userId: string) => `avatar:${userId}`;
const notOwn = {
	path: "image",
	...said("is no picture that you have uploaded", "不是您上传的图片"),
};

/**
 * Kept for good before it is shown, and the one before goes after that: whatever dies in between,
 * the picture that is shown is there. What is left over goes with the next one.
 */
export async function setAvatar(ctx: Ctx<{ image: string }>, { users }: People) {
	const { id } = userOf(ctx);
	const use = useOf(id);
	const asked = { owners: [`user:${id}`], use, images: [ctx.params.image] };
	const [avatar] = await call(ctx, media.claim, asked);
	if (!avatar) invalid([notOwn]);

	await call(ctx, media.keep, { use });
	await users.update({ id }, { $set: { avatar } });
	await call(ctx, media.keepOnly, { use, image: avatar });
}

export async function removeAvatar(ctx: Ctx, { users }: People) {
	const { id } = userOf(ctx);
	await users.update({ id }, { $set: { avatar: null } });
	await call(ctx, media.keepOnly, { use: useOf(id), image: null });
}
