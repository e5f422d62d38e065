import { DUPLICATE } from "#contracts/errors";
import {
	contract,
	error,
	id,
	int,
	object,
	ownArea,
	pageOf,
	paging,
	text,
	timestamp,
} from "#contracts/schema";
import type { Infer } from "#contracts/schema";

export const area = ownArea("things", "Things", {
	read: "See things",
	write: "Add and remove things",
});

export const Entry = object({ id: id(), name: text(120), createdAt: timestamp(), version: int() });
export type Entry = Infer<typeof Entry>;

export const ENTRY_NOT_FOUND = error(
	"THINGS_ENTRY_NOT_FOUND",
	404,
	"There is no entry {id}.",
	"没有条目 {id}。",
);

export default contract("things", {
	list: {
		summary: "All entries, the latest first",
		rest: "GET /admin/things",
		access: area.may.read,
		params: object(paging()),
		returns: pageOf(Entry),
	},
	create: {
		summary: "Add an entry",
		rest: "POST /admin/things",
		access: area.may.write,
		status: 201,
		idempotent: true,
		params: object({ name: text(120) }),
		returns: Entry,
		errors: [DUPLICATE],
	},
	remove: {
		summary: "Remove an entry",
		rest: "DELETE /admin/things/:id",
		access: area.may.write,
		status: 204,
		params: object({ id: id() }),
		errors: [ENTRY_NOT_FOUND],
	},
});
