import {
	boolean,
	contract,
	email,
	event,
	id,
	int,
	list,
	nullable,
	object,
	oneOf,
	optional,
	deepPaging,
	pageOf,
	paging,
	string,
	text,
	timestamp,
	url,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { FORBIDDEN } from "./errors.ts";
import { Card, PRODUCT_NOT_FOUND } from "./products.ts";
import {
	ADDRESS_NOT_FOUND,
	EMAIL_TAKEN,
	LAST_ADMINISTRATOR,
	TOO_MANY_ADDRESSES,
	USERNAME_TAKEN,
	USER_NOT_FOUND,
} from "./users/errors.ts";
import { Country } from "./settings/words.ts";
import { ownData } from "./users/own-data.ts";
import { points } from "./users/points.ts";

export * from "./users/errors.ts";
export * from "./users/points.ts";

export const userKinds = ["customer", "staff"] as const;
export const userStatuses = ["active", "disabled"] as const;

/** A person who signs in, customer or staff. */
export const User = object({
	id: id(),
	username: string({ max: 40 }),
	email: email(),
	emailVerified: boolean(),
	displayName: string({ max: 80 }),
	avatar: nullable(url()),
	kind: oneOf(...userKinds),
	status: oneOf(...userStatuses),
	roles: list(object({ key: string({ max: 60 }), name: string({ max: 80 }) }), { max: 50 }),
	createdAt: timestamp(),
	version: int(),
});
export type User = Infer<typeof User>;

const addressFields = {
	name: text(80),
	phone: string({ min: 3, max: 30, pattern: "^[0-9+() .-]+$" }),
	country: Country,
	province: string({ max: 80 }),
	city: text(80),
	district: optional(string({ max: 80 })),
	street: text(200),
	postalCode: string({ max: 20 }),
};

/** Where a parcel goes. */
export const Address = object({ ...addressFields, isDefault: optional(boolean()) });
export type Address = Infer<typeof Address>;

export const SavedAddress = object({ id: id(), ...addressFields, isDefault: boolean() });
export type SavedAddress = Infer<typeof SavedAddress>;

/** What other services need of a person. */
export const Person = object({
	id: id(),
	username: string({ max: 40 }),
	email: email(),
	displayName: string({ max: 80 }),
	kind: oneOf(...userKinds),
	status: oneOf("new", ...userStatuses),
	emailVerified: boolean(),
	createdAt: timestamp(),
});
export type Person = Infer<typeof Person>;

export const userRegistered = event(
	"user.registered",
	object({
		userId: id(),
		email: email(),
		username: string({ max: 40 }),
		/** Of demo people, who have a past: when they came. */
		since: optional(timestamp()),
	}),
);
export const userDisabled = event("user.disabled", object({ userId: id(), version: int() }));
/** `before` is told too: who had it has to know. */
export const emailChanged = event(
	"email.changed",
	object({ userId: id(), before: email(), email: email() }),
);

const Username = string({ min: 3, max: 40 });

export const users = contract("users", {
	me: { summary: "Own profile", rest: "GET /me", access: "signed-in", returns: User },
	changeMe: {
		summary: "Change the own profile",
		rest: "PATCH /me",
		access: "signed-in",
		params: object({ displayName: optional(text(80)) }),
		returns: User,
	},
	addresses: {
		summary: "Own address book",
		rest: "GET /me/addresses",
		access: "signed-in",
		params: object({ ...paging() }),
		returns: pageOf(SavedAddress),
	},
	addAddress: {
		summary: "Put an address into the own address book",
		rest: "POST /me/addresses",
		access: "signed-in",
		status: 201,
		params: Address,
		returns: SavedAddress,
		errors: [TOO_MANY_ADDRESSES],
	},
	changeAddress: {
		summary: "Change an own address",
		rest: "PATCH /me/addresses/:id",
		access: "signed-in",
		params: object({
			id: id(),
			name: optional(addressFields.name),
			phone: optional(addressFields.phone),
			country: optional(addressFields.country),
			province: optional(addressFields.province),
			city: optional(addressFields.city),
			district: addressFields.district,
			street: optional(addressFields.street),
			postalCode: optional(addressFields.postalCode),
			isDefault: optional(boolean()),
		}),
		returns: SavedAddress,
		errors: [ADDRESS_NOT_FOUND],
	},
	removeAddress: {
		summary: "Remove an own address",
		rest: "DELETE /me/addresses/:id",
		access: "signed-in",
		status: 204,
		params: object({ id: id() }),
		errors: [ADDRESS_NOT_FOUND],
	},
	favourites: {
		summary: "Own favourite products, newest first",
		rest: "GET /me/favourites",
		access: "signed-in",
		params: object({ ...paging() }),
		returns: pageOf(Card),
	},
	addFavourite: {
		summary: "Keep a product as a favourite",
		rest: "POST /me/favourites",
		access: "signed-in",
		status: 204,
		params: object({ productId: id() }),
		errors: [PRODUCT_NOT_FOUND],
	},
	removeFavourite: {
		summary: "Drop a favourite",
		rest: "DELETE /me/favourites/:productId",
		access: "signed-in",
		status: 204,
		params: object({ productId: id() }),
	},
	...points,
	...ownData,
	list: {
		summary: "Customers and staff",
		rest: "GET /admin/users",
		access: "users:read",
		params: object({
			...deepPaging("-createdAt", "createdAt", "username"),
			q: optional(string({ max: 100 })),
			kind: optional(oneOf(...userKinds)),
			status: optional(oneOf(...userStatuses)),
		}),
		returns: pageOf(User),
		walks: User,
	},
	get: {
		summary: "One user",
		rest: "GET /admin/users/:id",
		access: "users:read",
		params: object({ id: id() }),
		returns: User,
		errors: [USER_NOT_FOUND],
	},
	create: {
		summary: "Make an account for a customer or a member of staff",
		rest: "POST /admin/users",
		access: "users:write",
		status: 201,
		params: object({
			username: Username,
			email: email(),
			password: string({ max: 512 }),
			displayName: optional(text(80)),
			kind: optional(oneOf(...userKinds)),
			roles: optional(list(string({ max: 60 }), { max: 50, unique: true })),
		}),
		returns: User,
		errors: [USERNAME_TAKEN, EMAIL_TAKEN],
		emits: [userRegistered],
	},
	update: {
		summary:
			"Change, disable or enable a user (e-mail and disabling: only who has their rights)",
		rest: "PATCH /admin/users/:id",
		access: "users:write",
		params: object({
			id: id(),
			version: int(),
			displayName: optional(text(80)),
			email: optional(email()),
			status: optional(oneOf(...userStatuses)),
		}),
		returns: User,
		errors: [USER_NOT_FOUND, EMAIL_TAKEN, LAST_ADMINISTRATOR, FORBIDDEN],
		emits: [userDisabled],
	},
	claim: {
		summary: "Reserve a username and an e-mail address for a new account, for 15 minutes",
		access: "internal",
		params: object({
			username: Username,
			email: email(),
			displayName: optional(text(80)),
			kind: oneOf(...userKinds),
			/** Somebody trusted has verified the address. */
			emailVerified: optional(boolean()),
		}),
		returns: Person,
		errors: [USERNAME_TAKEN, EMAIL_TAKEN],
	},
	activate: {
		summary: "Turn a claimed account into an active one; repeatable",
		access: "internal",
		params: object({ id: id(), since: optional(timestamp()) }),
		returns: Person,
		errors: [USER_NOT_FOUND],
		emits: [userRegistered],
	},
	confirmEmail: {
		summary: "Somebody has proven to own this address: it is theirs from now on; repeatable",
		access: "internal",
		params: object({
			userId: id(),
			/** Nothing is done when they have another one by now. */
			from: email(),
			email: email(),
		}),
		returns: Person,
		errors: [USER_NOT_FOUND, EMAIL_TAKEN],
		emits: [emailChanged],
	},
	find: {
		summary: "The person behind a username or e-mail address",
		access: "internal",
		params: object({ login: string({ max: 254 }) }),
		returns: object({ person: nullable(Person) }),
	},
	resolve: {
		summary: "People by id",
		access: "internal",
		params: object({ ids: list(id(), { max: 100 }) }),
		returns: list(Person, { max: 100 }),
	},
	whole: {
		summary: "One user with roles, for the answer of a login",
		access: "internal",
		params: object({ id: id() }),
		returns: User,
		errors: [USER_NOT_FOUND],
	},
	addressOf: {
		summary: "An address out of somebody's own address book",
		access: "internal",
		params: object({ userId: id(), addressId: id() }),
		returns: SavedAddress,
		errors: [ADDRESS_NOT_FOUND],
	},
});
