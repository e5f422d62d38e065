import type { Window } from "#domain/schedule";
import { fieldWords } from "#domain/field-words";
import { invalid } from "#mixins/errors";

/** A banner or topic as it is, when its times are in order. */
export function scheduled<T extends Window>(one: T): T {
	const { startsAt, endsAt } = one;
	if (startsAt && endsAt && endsAt <= startsAt)
		invalid([{ path: "endsAt", ...fieldWords.afterStart }]);
	return one;
}
