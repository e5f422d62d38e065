// What an audit entry says in detail: with what a command came and what it has changed, as a flat
// list of plain values. Secrets are hidden, and nothing grows without end.

export type Plain = string | number | boolean | null;
export interface Asked {
	path: string;
	value: Plain;
}
export interface Changed {
	path: string;
	before: Plain;
	after: Plain;
}

const secret = /passw|secret|token|totp|otp$|recovery|credential|signature|card/i;
const hidden = "[hidden]";
const mostLines = 500;
const longest = 500;
/** They change with everything, and say nothing. */
const idle = new Set(["version", "commands", "updatedAt"]);

/** What a command came with. `plainOnly` names what may be shown where all else may be secret. */
export function askedOf(params: unknown, plainOnly?: ReadonlySet<string>): Asked[] {
	const lines = [...linesOf(params, plainOnly)];
	return lines.slice(0, mostLines).map(([path, value]) => ({ path, value }));
}

/** What is different in a thing; null is a thing that isn't there. */
export function changesOf(before: unknown, after: unknown): Changed[] {
	const [then, now] = [linesOf(before), linesOf(after)];
	const paths = [...new Set([...then.keys(), ...now.keys()])];
	return paths
		.filter((path) => then.get(path) !== now.get(path))
		.slice(0, mostLines)
		.map((path) => ({ path, before: shown(then, path), after: shown(now, path) }));
}

const shown = (lines: Map<string, Plain>, path: string) => lines.get(path) ?? null;

/** The users that something is about. */
export function peopleIn(value: unknown): string[] {
	const found = new Set<string>();
	const look = (one: unknown) => {
		if (typeof one !== "object" || one === null) return;
		for (const [key, inner] of Object.entries(one)) {
			const isPerson = key === "userId" || key === "customerId";
			if (isPerson && typeof inner === "string") found.add(inner);
			look(inner);
		}
	};
	look(value);
	return [...found];
}

function linesOf(value: unknown, plainOnly?: ReadonlySet<string>): Map<string, Plain> {
	const lines = new Map<string, Plain>();
	const walk = (one: unknown, path: string, key: string) => {
		if (idle.has(key)) return;
		if (typeof one === "object" && one !== null) {
			for (const [name, inner] of partsOf(one))
				walk(
					inner,
					path === "" ? name : `${path}.${name}`,
					Array.isArray(one) ? key : name,
				);
			return;
		}
		const isHidden = secret.test(key) || (plainOnly && !plainOnly.has(key));
		lines.set(path.slice(-300), isHidden ? hidden : plain(one));
	};
	if (typeof value === "object" && value !== null) walk(value, "", "");
	return lines;
}

/** Parts of a list go by their own name where they have one: which one has moved is no change. */
function partsOf(value: object): [string, unknown][] {
	if (!Array.isArray(value)) return Object.entries(value);
	return value.map((one: unknown, index) => [nameOf(one) ?? String(index), one]);
}

function nameOf(value: unknown): string | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	const named = Object.entries(value).find(([key]) => ["id", "sku", "key"].includes(key));
	return typeof named?.[1] === "string" ? named[1] : undefined;
}

function plain(value: unknown): Plain {
	if (typeof value === "number" || typeof value === "boolean") return value;
	if (typeof value !== "string") return null;
	return value.length > longest ? `${value.slice(0, longest)}…` : value;
}
