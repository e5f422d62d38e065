import type { Banner } from "#contracts/content";
import { fieldWords } from "#domain/field-words";
import { invalid } from "#mixins/errors";

/** The banner as it is, when its times are in order. */
export function scheduled(banner: Banner): Banner {
	const { startsAt, endsAt } = banner;
	if (startsAt && endsAt && endsAt <= startsAt)
		invalid([{ path: "endsAt", ...fieldWords.afterStart }]);
	return banner;
}
