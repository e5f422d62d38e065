// How a service refuses: an error of a contract, thrown so that it survives the wire.
import { Errors } from "moleculer";
import { DUPLICATE, INVALID, STALE_VERSION, UNAVAILABLE } from "#contracts/errors";
import type { ErrorSpec } from "#contracts/schema";
import { fieldWords } from "#domain/field-words";
import type { FieldProblem } from "#domain/field-words";
import { DuplicateKey, StoreDown } from "./adapters/adapter.ts";
import { StaleVersion } from "./collection.ts";
import { WrongCursor } from "./walking.ts";

/** One wrong field of a request, `items.0.quantity`, and what is said of it in both languages. */
export type FieldError = FieldProblem;

/** Throws `spec` with its sentence filled in. What stands in `data` is shown to the caller. */
export function fail(spec: ErrorSpec, data: Record<string, unknown> = {}): never {
	throw refusal(spec, data);
}

type Fault = { path: string } & Record<string, unknown>;

/** Throws `spec` as what is wrong with each of these fields, with the data of the first. */
export function failAt(spec: ErrorSpec, ...faults: [Fault, ...Fault[]]): never {
	const errors = faults.map(({ path, ...data }) => ({
		path,
		message: fill(spec.message, data),
		zh: fill(spec.zh, data),
	}));
	const [{ path: _, ...data }] = faults;
	return fail(spec, { ...data, errors });
}

/** Throws 422 with every wrong field named, for rules that no schema can say. */
export function invalid(errors: FieldError[]): never {
	throw invalidity(errors);
}

const invalidity = (errors: FieldError[]) =>
	refusal(INVALID, { fields: errors.map(({ path }) => path).join(", "), errors });

/** The value of a decision of the domain, or its refusal thrown as the error of that code. */
export function settle<T extends object>(
	decision: T,
	...errors: ErrorSpec[]
): Exclude<T, { refused: string }> {
	if (!("refused" in decision)) return decision as Exclude<T, { refused: string }>;
	const spec = errors.find(({ code }) => code === decision.refused);
	if (!spec) throw new Error(`The refusal ${String(decision.refused)} has no error`);
	return fail(spec, { ...decision });
}

type Refusal = Error & { data: Record<string, unknown> };

/** Whether something thrown, here or on another node, is this error. */
export const isError = (thrown: unknown, spec: ErrorSpec): thrown is Refusal =>
	thrown instanceof Error && "type" in thrown && thrown.type === spec.code;

/** What a store throws, in the words of the contracts. Anything else stays as it is. */
export function translate(thrown: unknown): unknown {
	if (thrown instanceof StaleVersion) return refusal(STALE_VERSION, {});
	if (thrown instanceof WrongCursor)
		return invalidity([{ path: "cursor", ...fieldWords.noCursor }]);
	if (thrown instanceof StoreDown)
		return Object.assign(refusal(UNAVAILABLE, {}), { cause: thrown });
	if (thrown instanceof DuplicateKey) return refusal(DUPLICATE, { what: thrown.key });
	return thrown;
}

/** `{name}` in a sentence becomes `data.name`, a list its entries. */
export const fill = (sentence: string, data: Record<string, unknown>) =>
	sentence.replace(/\{(\w+)\}/g, (whole, name) =>
		Object.hasOwn(data, name) ? written(data[name]) : whole,
	);

const written = (value: unknown) =>
	Array.isArray(value) ? value.join(", ") || "–" : String(value);

/** The error itself, for where it is handed on and not thrown. */
export function refusal(spec: ErrorSpec, data: Record<string, unknown>) {
	const ErrorClass = spec.status < 500 ? Errors.MoleculerClientError : Errors.MoleculerError;
	return new ErrorClass(fill(spec.message, data), spec.status, spec.code, data);
}
