import {
	contract,
	error,
	id,
	int,
	list,
	nullable,
	object,
	optional,
	pageOf,
	paging,
	string,
	timestamp,
	url,
} from "./schema.ts";
import { aboutPeople } from "./about-people.ts";
import type { Infer } from "./schema.ts";
import { NOT_SIGNED_IN } from "./errors.ts";
import { ORDER_NOT_FOUND } from "./orders/words.ts";

/** A stored picture. */
export const Media = object({
	id: id(),
	url: url(),
	name: string({ max: 200 }),
	type: string({ max: 60 }),
	width: nullable(int()),
	height: nullable(int()),
	bytes: int(),
	createdAt: timestamp(),
});
export type Media = Infer<typeof Media>;

export const MEDIA_NOT_FOUND = error(
	"MEDIA_NOT_FOUND",
	404,
	"There is no file {name}.",
	"没有文件 {name}。",
);
export const NOT_A_PICTURE = error(
	"NOT_A_PICTURE",
	415,
	"This is not a JPEG, PNG, WebP, AVIF or GIF picture.",
	"该文件不是 JPEG、PNG、WebP、AVIF 或 GIF 图片。",
);
export const PICTURE_TOO_LARGE = error(
	"PICTURE_TOO_LARGE",
	413,
	"A picture may have at most {limit}.",
	"图片最大为 {limit}。",
);

/** Whose upload it is: `user:…`, or of a guest `order:…`. */
const Owner = string({ min: 1, max: 80 });
/** What a picture is used for: `return:…`, `review:…`. */
const Use = string({ min: 1, max: 120 });

/** Widths in pixels that a picture is offered in. */
export const mediaWidths = [64, 160, 320, 480, 640, 960, 1280, 1920] as const;

export const media = contract("media", {
	upload: {
		summary: "Store a picture; its real type is checked",
		rest: "POST /admin/media",
		access: "media:write",
		status: 201,
		body: "upload",
		returns: Media,
		errors: [NOT_A_PICTURE, PICTURE_TOO_LARGE],
	},
	list: {
		summary: "Stored pictures, newest first",
		rest: "GET /admin/media",
		access: "media:read",
		params: object({ ...paging() }),
		returns: pageOf(Media),
	},
	remove: {
		summary: "Delete a picture",
		rest: "DELETE /admin/media/:id",
		access: "media:write",
		status: 204,
		params: object({ id: id() }),
		errors: [MEDIA_NOT_FOUND],
	},
	uploadOwn: {
		summary: "Store a picture for a review or a return; it goes after a day if it is not used",
		rest: "POST /me/uploads",
		access: "public",
		status: 201,
		body: "upload",
		/** A guest names the order that their `X-Order-Token` opens. */
		params: object({ order: optional(id()) }),
		returns: Media,
		errors: [NOT_SIGNED_IN, ORDER_NOT_FOUND, NOT_A_PICTURE, PICTURE_TOO_LARGE],
		limit: { count: 30, seconds: 60, by: "user" },
	},
	claim: {
		summary:
			"Hold uploads of these owners for one use for a day: all of them or none; repeatable",
		access: "internal",
		params: object({
			owners: list(Owner, { min: 1, max: 5 }),
			use: Use,
			/** By id or address. */
			images: list(string({ min: 1, max: 200 }), { max: 20 }),
		}),
		/** What is not theirs to use is null. */
		returns: list(nullable(url()), { max: 20 }),
	},
	keep: {
		summary: "What is held for a use stays for good; repeatable",
		access: "internal",
		params: object({ use: Use }),
	},
	keepOnly: {
		summary:
			"Of all that is held for a use only this stays for good, the rest goes; repeatable",
		access: "internal",
		params: object({ use: Use, image: nullable(url()) }),
	},
	file: {
		summary: "A picture, in one of the offered widths with `?w=`",
		rest: "GET //media/:name",
		access: "public",
		produces: "image/*",
		params: object({
			name: string({ min: 1, max: 120, pattern: "^[\\w-]+\\.[a-z0-9]{3,5}$" }),
			w: optional(int({ min: 16, max: 1920 })),
		}),
		errors: [MEDIA_NOT_FOUND],
	},
	putDrawings: {
		summary: "Store drawings made by the mall's own scripts",
		access: "internal",
		params: object({
			drawings: list(
				object({
					name: string({ min: 1, max: 100, pattern: "^[a-z0-9-]+$" }),
					svg: string({ max: 50_000 }),
				}),
				{ max: 500 },
			),
		}),
		returns: list(object({ name: string({ max: 100 }), url: url() }), { max: 500 }),
	},
	...aboutPeople,
});
