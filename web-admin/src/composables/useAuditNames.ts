import { useI18n } from "vue-i18n";
import type { AuditEntry } from "#contracts/audit";
import type { Tone } from "../components/ui/UiStatus.vue";

const tones: Record<AuditEntry["outcome"], Tone> = {
	done: "success",
	failed: "danger",
	unknown: "warning",
};
/** Kinds of things that have a page of their own, and its route. */
const pages: Record<string, string> = {
	orders: "order",
	products: "product",
	users: "customer",
	roles: "role",
	returns: "return",
	topics: "topic",
	jobs: "job",
};

/** How what staff have done is named. */
export function useAuditNames() {
	const { t, te, tm } = useI18n();

	const areaName = (area: string) =>
		te(`acl.areas.${area}`) ? t(`acl.areas.${area}`) : t("audit.signIn");
	function actorName({ actor }: AuditEntry) {
		const name = actor.name || t("audit.erased");
		return actor.key ? t("audit.byKey", { name, key: actor.key.name || actor.key.id }) : name;
	}
	const toneOf = ({ outcome }: AuditEntry) => tones[outcome];
	const areas = () =>
		[...Object.keys(tm("acl.areas")), "auth"].map((value) => ({
			value,
			label: areaName(value),
		}));
	/** Where the thing can be looked at, if anywhere. */
	function pageOf({ target }: AuditEntry) {
		const name = target && pages[target.kind];
		if (!name) return undefined;
		return { name, params: name === "role" ? { key: target.id } : { id: target.id } };
	}

	return { areaName, actorName, toneOf, areas, pageOf };
}
