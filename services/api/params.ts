// An action's parameters out of path, query and body. Text from path and query is converted by
// the contract; a body is never converted.
import type { Action } from "#contracts/schema";
import { invalid } from "#mixins/errors";
import type { FieldError } from "#mixins/errors";
import { fieldWords } from "#domain/field-words";

interface Shape {
	type?: string;
	enum?: unknown[];
	items?: Shape;
	properties?: Record<string, Shape>;
	patternProperties?: Record<string, Shape>;
}

type Params = Record<string, unknown>;

/** Refuses a field that comes twice, as by path and body: which one counts would be a guess. */
export function paramsOf(
	action: Action,
	path: Record<string, string>,
	query: string,
	body: Params,
): Params {
	const shapes = propertiesOf(action);
	const params: Params = {};
	const wrong: FieldError[] = [];
	const put = (name: string, value: unknown) => {
		if (name === "__proto__") wrong.push({ path: name, ...fieldWords.unknown });
		else if (Object.hasOwn(params, name)) wrong.push({ path: name, ...fieldWords.twice });
		else params[name] = value;
	};
	for (const name of Object.keys(path)) put(name, converted(shapes[name], path[name] ?? ""));
	for (const [name, value] of queryParams(query, shapes)) put(name, value);
	for (const name of Object.keys(body)) put(name, body[name]);
	if (wrong.length > 0) invalid(wrong);
	return params;
}

const shapesByAction = new Map<string, Record<string, Shape>>();

function propertiesOf({ name, params }: Action): Record<string, Shape> {
	let shapes = shapesByAction.get(name);
	if (!shapes) {
		shapes = (params as Shape | undefined)?.properties ?? {};
		shapesByAction.set(name, shapes);
	}
	return shapes;
}

/** `a=1&a=2` is a list where the contract has one; `attr.colour=red` goes into `attr`. */
function queryParams(query: string, shapes: Record<string, Shape>): [string, unknown][] {
	if (query === "") return [];
	const collected = new Map<string, unknown>();
	for (const [key, value] of new URLSearchParams(query)) {
		const dot = key.indexOf(".");
		const name = dot > 0 ? key.slice(0, dot) : key;
		if (dot > 0 && shapes[name]?.patternProperties) {
			const within = (collected.get(name) ?? {}) as Record<string, string[]>;
			const list = Object.hasOwn(within, key.slice(dot + 1))
				? within[key.slice(dot + 1)]
				: [];
			collected.set(name, { ...within, [key.slice(dot + 1)]: [...(list ?? []), value] });
		} else if (shapes[key]?.type === "array") {
			const list = (collected.get(key) ?? []) as unknown[];
			collected.set(key, [...list, ...listed(shapes[key], value)]);
		} else {
			const before = collected.get(key);
			const one = converted(shapes[key], value);
			collected.set(key, before === undefined ? one : [before, one]);
		}
	}
	return [...collected];
}

/** `ids=a,b` is the same as `ids=a&ids=b` where the values can't hold a comma. */
function listed(shape: Shape, value: string): unknown[] {
	const pattern = shape.items as { pattern?: string } | undefined;
	const parts = pattern?.pattern && !pattern.pattern.includes(",") ? value.split(",") : [value];
	return parts.map((part) => converted(shape.items, part));
}

/** Text that isn't what the contract says stays text, and the check names it. */
function converted(shape: Shape | undefined, value: string): unknown {
	const type = shape?.type;
	if (type === "integer" || type === "number") {
		return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
	}
	if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
	return value;
}
