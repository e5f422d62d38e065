// What people do with their own data as a whole: the picture that stands for them, a copy, the end.
import { aboutPeople } from "../about-people.ts";
import { BUSY } from "../errors.ts";
import { object, optional, string } from "../schema.ts";
import { LAST_ADMINISTRATOR, ORDERS_UNFINISHED } from "./errors.ts";

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
	export: {
		summary: "A copy of everything that is kept about me, as a ZIP of readable JSON",
		rest: "GET /me/export",
		access: "signed-in",
		produces: "application/zip",
		errors: [BUSY],
		limit: { count: 20, seconds: 3600, by: "user" },
	},
	eraseMe: {
		summary:
			"End my account and erase what is kept about me, but for the books; can't be undone. " +
			"Who has no password must have logged in within 15 minutes",
		rest: "DELETE /me",
		access: "signed-in",
		status: 204,
		params: object({
			password: optional(string({ max: 512 })),
			/** Where the second factor is on. */
			totp: optional(string({ min: 1, max: 40 })),
		}),
		errors: [ORDERS_UNFINISHED, LAST_ADMINISTRATOR],
		limit: { count: 30, seconds: 3600, by: "user" },
	},
	...aboutPeople,
} as const;
