// The broker's validator: schemas of ours run as compiled TypeBox checks, all others (moleculer's
// own actions, moleculer-web) go to fastest-validator.
import { Validators } from "moleculer";
import { Compile } from "typebox/compile";
import type { Validator as Check } from "typebox/compile";
import type { Schema } from "#contracts/schema";
import type { FieldError } from "./errors.ts";

const compiled = new WeakMap<object, Check>();

/** The compiled check of a schema, made on first use. */
export function checkOf(schema: Schema): Check {
	let check = compiled.get(schema);
	if (!check) {
		check = Compile(schema);
		compiled.set(schema, check);
	}
	return check;
}

/** Every wrong field of `value`, each named once. Empty when it fits. */
export function fieldErrors(schema: Schema, value: unknown): FieldError[] {
	const check = checkOf(schema);
	if (check.Check(value)) return [];
	const byPath = new Map<string, string>();
	for (const error of check.Errors(value)) {
		for (const [path, message] of namesOf(error))
			if (!byPath.has(path)) byPath.set(path, message);
	}
	return [...byPath].map(([path, message]) => ({ path, message }));
}

type CheckerFunction = ReturnType<InstanceType<typeof Validators.Fastest>["compile"]>;

export class ContractValidator extends Validators.Fastest {
	override compile(schema: Record<string, unknown>): CheckerFunction {
		if (!isOurs(schema)) return super.compile(schema);
		const check = (params: unknown) => {
			const errors = fieldErrors(schema, params);
			return errors.length === 0 || errors;
		};
		// Why: moleculer takes a list of errors as well, its types don't say so.
		return Object.assign(check, { async: false }) as unknown as CheckerFunction;
	}
}

type CheckError = ReturnType<Check["Errors"]>[number];

function namesOf({ keyword, instancePath, params, message }: CheckError): [string, string][] {
	const at = instancePath.slice(1).replaceAll("/", ".");
	const under = (name: string) => (at ? `${at}.${name}` : name);
	if (keyword === "required") {
		const missing = (params as { requiredProperties: string[] }).requiredProperties;
		return missing.map((name) => [under(name), "is required"]);
	}
	if (keyword === "additionalProperties") {
		const extra = (params as { additionalProperties: string[] }).additionalProperties;
		return extra.map((name) => [under(name), "is not known here"]);
	}
	if (keyword === "boolean") return [[at, "is not known here"]];
	return [[at, message]];
}

const isOurs = (schema: object): schema is Schema & object =>
	"type" in schema && schema.type === "object" && "properties" in schema;
