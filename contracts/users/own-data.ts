// What people do with their own data as a whole: the picture that stands for them, a copy, the end.
import { object, string } from "../schema.ts";

export const ownData = {
	setAvatar: {
		summary: "Show a picture of mine (from `POST /me/uploads`) beside my name",
		rest: "PUT /me/avatar",
		access: "signed-in",
		status: 204,
		params: object({
			/** By id or address. */
			image: string({ min: 1, max: 200 }),
		}),
	},
	removeAvatar: {
		summary: "Show no picture beside my name any more, and delete it",
		rest: "DELETE /me/avatar",
		access: "signed-in",
		status: 204,
	},
} as const;
