import { describe, expect, it } from "vitest";
import { ownContracts } from "./index.ts";
import { faultOf } from "./plugins.ts";
import { contract, error, ownArea } from "./schema.ts";
import type { ActionSpec } from "./schema.ts";

const area = ownArea("notes", "Notes", { read: "See notes" });
const fine: ActionSpec = { summary: "", rest: "GET /notes/:id", access: area.may.read };
const other = error("FORBIDDEN", 403, "Something else.", "别的。");
const known = Object.values(ownContracts[0]!.$.actions).flatMap(({ errors = [] }) => [
	...errors,
])[0]!;

const faultIn = (action: ActionSpec, { name = "notes", rights = area } = {}) =>
	faultOf(
		{ name: "notes", contract: contract(name, { get: action }), area: rights },
		ownContracts,
	);

describe("a plug-in", () => {
	it("is taken when it keeps to its own", () => {
		expect(faultIn(fine)).toBeUndefined();
		expect(faultIn({ ...fine, access: "orders:read", errors: [known] })).toBeUndefined();
	});

	it.each<[string, string | undefined]>([
		["not as its folder", faultIn(fine, { name: "memos" })],
		["is not its own", faultIn(fine, { rights: ownArea("orders", "", { read: "" }) as never })],
		["is no right", faultIn({ ...fine, access: "notes:write" as never })],
		["or be internal", faultIn({ ...fine, access: "internal" })],
		["GET /products is taken", faultIn({ ...fine, rest: "GET /products" })],
		["GET /orders/:number is taken", faultIn({ ...fine, rest: "GET /orders/:number" })],
		["means something else", faultIn({ ...fine, errors: [{ ...other, code: known.code }] })],
	])("is left out otherwise: %s", (reason, fault) => {
		expect(fault).toContain(reason);
	});
});
