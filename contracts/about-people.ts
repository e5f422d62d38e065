// What every service says that keeps something about people: it gives it out for their own copy,
// and it forgets them. Whoever declares both takes part; a plug-in does it in the same way.
import {
	boolean,
	email,
	id,
	json,
	list,
	nullable,
	object,
	oneOf,
	optional,
	string,
} from "./schema.ts";
import type { Infer } from "./schema.ts";

/** Whom it is about. `email` is null unless they have proven that it is theirs. */
export const Whom = object({
	userId: id(),
	kind: oneOf("customer", "staff"),
	email: nullable(email()),
	/** Where their mails went, proven or not. */
	mailbox: email(),
});
export type Whom = Infer<typeof Whom>;

/** Some of what is kept: a part by its name, and from where to ask on. */
export const Piece = object({
	part: string({ max: 60 }),
	items: list(json(), { max: 100 }),
	next: nullable(string({ max: 1100 })),
});
export type Piece = Infer<typeof Piece>;

export const aboutPeople = {
	ownData: {
		summary: "What is kept here about somebody, for their own copy, a piece at a time",
		access: "internal",
		params: object({ whom: Whom, after: optional(string({ max: 1100 })) }),
		returns: Piece,
	},
	forgetPerson: {
		summary: "Forget somebody whose account ends, but for the books; repeatable",
		access: "internal",
		params: object({ whom: Whom }),
		/** False while something must not go yet: it is asked again later. */
		returns: object({ isDone: boolean() }),
	},
} as const;
