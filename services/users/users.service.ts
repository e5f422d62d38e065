import { products, PRODUCT_NOT_FOUND } from "#contracts/products";
import { settings } from "#contracts/settings";
import { ADDRESS_NOT_FOUND, TOO_MANY_ADDRESSES, USER_NOT_FOUND, users } from "#contracts/users";
import { changeAddress, putAddress, removeAddress } from "#domain/address-book";
import { fieldWords } from "#domain/field-words";
import { worthOf } from "#domain/points";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { newId, now } from "#mixins/clock";
import { collection, db } from "#mixins/db";
import { fail, invalid, settle } from "#mixins/errors";
import { claims, idempotent } from "#mixins/idempotency";
import { loops } from "#mixins/loops";
import { call, service, userOf } from "#mixins/service";
import { addressesOf, changeBook } from "./addresses.ts";
import type { AddressBook } from "./addresses.ts";
import { createUser, queryOf, updateUser } from "./administration.ts";
import { removeAvatar, setAvatar } from "./avatars.ts";
import { eraseDue, eraseMe } from "./erasing.ts";
import type { Erasure } from "./erasing.ts";
import { startSweeping, stopSweeping } from "./lapsing.ts";
import { confirmEmail } from "./new-email.ts";
import { exported } from "./own-copy.ts";
import { forgetPerson, ownData } from "./own-data.ts";
import type { Favourite } from "./own-data.ts";
import { existing, personOf, withOwnRoles, withRoles } from "./people.ts";
import type { Claim, StoredUser } from "./people.ts";
import * as points from "./points-actions.ts";
import {
	accountOf,
	adminEntry,
	fileAll,
	ownEntry,
	pointsCollections,
	pointsPage,
	pointsView,
} from "./points.ts";
import { activate, claim, findByLogin } from "./registration.ts";

const collections = {
	users: collection<StoredUser>({
		indexes: [
			["-createdAt"],
			["status", "-createdAt"],
			["kind", "-createdAt"],
			["foldedUsername"],
			["foldedEmail"],
			["status", "lapsesAt"],
		],
	}),
	claims: collection<Claim>(),
	books: collection<AddressBook>(),
	favourites: collection<Favourite>({ indexes: [["userId", "-createdAt"]] }),
	...pointsCollections,
	erasures: collection<Erasure>({ indexes: [["dueAt"]] }),
	keys: claims(),
};

const fileSeconds = 5;

export default service(users, {
	mixins: [loops(), db(collections, { durable: true })],

	tuning: {
		create: { timeout: 30_000 },
		export: { timeout: 30_000 },
		eraseMe: { timeout: 60_000 },
	},

	actions: {
		async me(ctx) {
			return withOwnRoles(ctx, await existing(this.db, userOf(ctx).id));
		},

		async changeMe(ctx) {
			const { id } = userOf(ctx);
			await existing(this.db, id);

			const changed = await this.db.users.change({ id }, { $set: ctx.params });
			return withOwnRoles(ctx, changed ?? fail(USER_NOT_FOUND, { id }));
		},

		async addresses(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			const all = await addressesOf(this.db.books, userOf(ctx).id);

			const items = all.slice((page - 1) * pageSize, page * pageSize);
			return { items, page, pageSize, total: all.length };
		},

		async addAddress(ctx) {
			const id = newId();
			const address = { ...ctx.params, id, isDefault: ctx.params.isDefault ?? false };

			const book = await changeBook(this.db.books, userOf(ctx).id, (addresses) =>
				settle(putAddress(addresses, address), TOO_MANY_ADDRESSES),
			);
			return find(book, id);
		},

		async changeAddress(ctx) {
			const { id, ...changes } = ctx.params;

			const book = await changeBook(this.db.books, userOf(ctx).id, (addresses) =>
				settle(changeAddress(addresses, id, changes), ADDRESS_NOT_FOUND),
			);
			return find(book, id);
		},

		async removeAddress(ctx) {
			const { id } = ctx.params;

			await changeBook(this.db.books, userOf(ctx).id, (addresses) =>
				settle(removeAddress(addresses, id), ADDRESS_NOT_FOUND),
			);
		},

		async favourites(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			const query = { userId: userOf(ctx).id };
			const sort = ["-createdAt"];
			const kept = await this.db.favourites.list({ query, sort, page, pageSize });

			const ids = kept.items.map(({ productId }) => productId);
			return {
				...kept,
				items: ids.length > 0 ? await call(ctx, products.cards, { ids }) : [],
			};
		},

		async addFavourite(ctx) {
			const { productId } = ctx.params;
			const userId = userOf(ctx).id;
			const [card] = await call(ctx, products.cards, { ids: [productId] });
			if (!card) fail(PRODUCT_NOT_FOUND, { id: productId });

			const id = `${userId}:${productId}`;
			const favourite = { id, userId, productId, createdAt: now(), version: 1 };
			await this.db.favourites.insert(favourite).catch(unlessThere);
		},

		async removeFavourite(ctx) {
			await this.db.favourites.remove({ id: `${userOf(ctx).id}:${ctx.params.productId}` });
		},

		async points(ctx) {
			const asked = { ...ctx.params, userId: userOf(ctx).id };
			const [found, { shop }] = await Promise.all([
				pointsPage(this.db, asked),
				call(ctx, settings.current),
			]);
			const items = found.items.map(ownEntry);
			if ("nextCursor" in found) return { ...found, items };
			return { ...found, worth: worthOf(found.available, shop.minorUnits), items };
		},

		async adminPoints(ctx) {
			const { id: userId, ...asked } = ctx.params;
			await existing(this.db, userId);

			const found = await pointsPage(this.db, { ...asked, userId });
			return { ...found, items: found.items.map(adminEntry) };
		},

		async adjustPoints(ctx) {
			const { id: userId, points: change, reason } = ctx.params;
			if (change === 0) invalid([{ path: "points", ...fieldWords.zero }]);
			await existing(this.db, userId);

			const about = { userId, points: change, reason, by: userOf(ctx).id };
			return idempotent(ctx, this.db.keys, (once) =>
				points.adjust(this.db, { ...about, once }),
			);
		},

		async pointsOf(ctx) {
			return pointsView(await accountOf(this.db, ctx.params.userId));
		},

		async holdPoints(ctx) {
			await points.hold(this.db, ctx.params);
		},

		async holdFewerPoints(ctx) {
			await points.holdFewerOf(this.db, ctx.params);
		},

		async spendPoints(ctx) {
			await points.spend(this.db, ctx.params);
		},

		async releasePoints(ctx) {
			await points.release(this.db, ctx.params);
		},

		async giveBackPoints(ctx) {
			await points.giveBack(this.db, ctx.params);
		},

		async takeBackPoints(ctx) {
			return { taken: await points.takeBack(this.db, ctx.params) };
		},

		async setAvatar(ctx) {
			await setAvatar(ctx, this.db);
		},

		async removeAvatar(ctx) {
			await removeAvatar(ctx, this.db);
		},

		export(ctx) {
			return exported(ctx, this.db);
		},

		async eraseMe(ctx) {
			await eraseMe(this, ctx, this.db);
		},

		ownData(ctx) {
			return ownData(this.db, ctx.params);
		},

		forgetPerson(ctx) {
			return forgetPerson(this.db, ctx.params.whom);
		},

		async list(ctx) {
			const { page = 1, pageSize = 20, sort: by = "-createdAt", cursor } = ctx.params;
			const sort = [by === "username" ? "foldedUsername" : by];
			const query = queryOf(ctx.params);
			const found = await this.db.users.list({ query, sort, page, pageSize, cursor });

			return { ...found, items: await withRoles(ctx, found.items) };
		},

		async get(ctx) {
			return withOwnRoles(ctx, await existing(this.db, ctx.params.id));
		},

		async create(ctx) {
			return withOwnRoles(ctx, await createUser(ctx, this.db));
		},

		async update(ctx) {
			return withOwnRoles(ctx, await updateUser(ctx, this.db));
		},

		async claim(ctx) {
			return personOf(await claim(this.db, ctx.params));
		},

		async activate(ctx) {
			return personOf(await activate(this.db, ctx.params));
		},

		async confirmEmail(ctx) {
			return personOf(await confirmEmail(this.db, ctx.params));
		},

		async find(ctx) {
			const user = await findByLogin(this.db, ctx.params.login);
			return { person: user && personOf(user) };
		},

		async resolve(ctx) {
			return (await this.db.users.findByIds(ctx.params.ids)).map(personOf);
		},

		async whole(ctx) {
			return withOwnRoles(ctx, await existing(this.db, ctx.params.id));
		},

		async addressOf(ctx) {
			const { userId, addressId } = ctx.params;
			return find(await addressesOf(this.db.books, userId), addressId);
		},
	},

	started() {
		startSweeping(this, this.db);
		this.every(fileSeconds, () => fileAll(this.db));
		this.every(fileSeconds, () => eraseDue(this, this.db));
	},

	stopped() {
		stopSweeping(this);
	},
});

const find = <T extends { id: string }>(book: T[], id: string): T =>
	book.find((address) => address.id === id) ?? fail(ADDRESS_NOT_FOUND, { id });

function unlessThere(error: unknown) {
	if (!(error instanceof DuplicateKey)) throw error;
}
