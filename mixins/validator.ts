// The broker's validator: schemas of ours run as compiled TypeBox checks, all others (moleculer's
// own actions, moleculer-web) go to fastest-validator.
import { Validators } from "moleculer";
import { Compile } from "typebox/compile";
import type { Validator as Check } from "typebox/compile";
import { Settings } from "typebox/system";
import type { Schema } from "#contracts/schema";
import { fieldWords, notInFormat, notOfKind } from "#domain/field-words";
import type { FieldWords } from "#domain/field-words";
import type { FieldError } from "./errors.ts";
import { formWords } from "./forms.ts";

// Why: every wrong field is named, and TypeBox stops at eight.
Settings.Set({ maxErrors: 200 });

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
	const byPath = new Map<string, FieldWords>();
	const otherKinds = new Set<string>();
	for (const error of check.Errors(value)) {
		const paths = pathsOf(error).filter((path) => !byPath.has(path));
		for (const path of paths) byPath.set(path, wordsOf(error));
		if (error.keyword === "type") for (const path of paths) otherKinds.add(path);
	}
	const all = [...byPath.keys()];
	// Why: of a text or an object, an object with a wrong field is not wrong for being no text.
	const isMeant = (path: string) => all.some((other) => other.startsWith(`${path}.`));
	return [...byPath]
		.filter(([path]) => !otherKinds.has(path) || !isMeant(path))
		.map(([path, words]) => ({ path, ...words }));
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

/** Whose fault it is: an object's missing and unknown fields are named themselves. */
function pathsOf({ keyword, instancePath, params }: CheckError): string[] {
	const at = instancePath.slice(1).replaceAll("/", ".");
	const under = (name: string) => (at ? `${at}.${name}` : name);
	const { requiredProperties, additionalProperties } = params as Record<string, string[]>;
	if (keyword === "required" && requiredProperties) return requiredProperties.map(under);
	if (keyword === "additionalProperties" && additionalProperties)
		return additionalProperties.map(under);
	return [at];
}

interface Bounds {
	limit: number;
	type: string;
	format: string;
	pattern: string;
	allowedValues: unknown[];
}

const sentences: Record<string, FieldWords | ((bounds: Bounds) => FieldWords)> = {
	required: fieldWords.required,
	additionalProperties: fieldWords.unknown,
	boolean: fieldWords.unknown,
	uniqueItems: fieldWords.repeated,
	type: ({ type }) => notOfKind(type),
	format: ({ format }) => notInFormat(format),
	enum: ({ allowedValues }) => fieldWords.oneOf(allowedValues),
	minimum: ({ limit }) => fieldWords.atLeast(limit),
	maximum: ({ limit }) => fieldWords.atMost(limit),
	minLength: ({ limit }) => (limit === 1 ? fieldWords.empty : fieldWords.longer(limit)),
	maxLength: ({ limit }) => fieldWords.shorter(limit),
	minItems: ({ limit }) => fieldWords.moreItems(limit),
	maxItems: ({ limit }) => fieldWords.fewerItems(limit),
	maxProperties: ({ limit }) => fieldWords.fewerItems(limit),
	pattern: ({ pattern }) => (pattern === "\\S" ? fieldWords.empty : formWords(pattern)),
};

function wordsOf({ keyword, params }: CheckError): FieldWords {
	const found = sentences[keyword] ?? fieldWords.wrong;
	// Why: each keyword brings the bounds that its sentence reads, TypeBox's types don't say which.
	return typeof found === "function" ? found(params as unknown as Bounds) : found;
}

const isOurs = (schema: object): schema is Schema & object =>
	"type" in schema && schema.type === "object" && "properties" in schema;
