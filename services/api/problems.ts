// Every refusal as a problem document (RFC 9457), made here and nowhere else.
import { Errors } from "moleculer";
import * as common from "#contracts/errors";
import { actions } from "#contracts/index";
import type { ErrorSpec, Language } from "#contracts/schema";
import { fill } from "#mixins/errors";
import type { FieldError } from "#mixins/errors";

export interface Problem {
	type: string;
	title: string;
	status: number;
	code: string;
	detail: string;
	requestId: string;
	errors?: Pick<FieldError, "path" | "message">[];
	[extra: string]: unknown;
}

const specs = new Map<string, ErrorSpec>(
	[...Object.values(common), ...actions.flatMap(({ errors = [] }) => [...errors])].map((spec) => [
		spec.code,
		spec,
	]),
);

const { INTERNAL, INVALID, UNAVAILABLE } = common;

/** What a thrown thing is to the caller; `isOurs` says that we must look into it. */
export function problemOf(thrown: unknown, requestId: string, language: Language) {
	const { spec, data } = inLanguage(understood(thrown), language);
	const sentence = language === "zh" ? spec.zh : spec.message;
	const problem: Problem = {
		type: `urn:mall:problem:${spec.code.toLowerCase().replaceAll("_", "-")}`,
		title: titleOf(spec.code),
		status: spec.status,
		code: spec.code,
		detail: fill(sentence, data),
		requestId,
		...extras(data),
	};
	const isOurs = spec === INTERNAL || (thrown instanceof Error && thrown.cause !== undefined);
	return { problem, isOurs, retryAfter: retryAfter(spec, data) };
}

interface Understood {
	spec: ErrorSpec;
	data: Record<string, unknown>;
}

function understood(thrown: unknown): Understood {
	if (!(thrown instanceof Error)) return { spec: INTERNAL, data: {} };
	if (thrown instanceof Errors.ValidationError)
		return { spec: INVALID, data: fields(thrown.data) };
	const { type, data } = thrown as Error & { type?: string; data?: unknown };
	const spec = type ? specs.get(type) : undefined;
	if (spec) return { spec, data: isRecord(data) ? data : {} };
	return { spec: isOutage(thrown) ? UNAVAILABLE : INTERNAL, data: {} };
}

/** Nobody answers: the service isn't up, its breaker is open, or it took too long. */
const isOutage = (thrown: Error) =>
	thrown instanceof Errors.ServiceNotFoundError ||
	thrown instanceof Errors.ServiceNotAvailableError ||
	thrown instanceof Errors.RequestTimeoutError ||
	thrown instanceof Errors.RequestRejectedError ||
	thrown instanceof Errors.QueueIsFullError ||
	thrown instanceof Errors.RequestSkippedError ||
	thrown instanceof Errors.BrokerDisconnectedError ||
	("code" in thrown && thrown.code === 503);

function fields(data: unknown): Record<string, unknown> {
	const list = (Array.isArray(data) ? data : []) as (FieldError & { field?: string })[];
	const errors = list.map(({ path, field, ...words }) => ({
		path: path ?? field ?? "",
		...words,
	}));
	return { errors, fields: errors.map(({ path }) => path).join(", ") };
}

/** The sentence of each wrong field in the caller's language. */
function inLanguage({ spec, data }: Understood, language: Language): Understood {
	if (!Array.isArray(data.errors)) return { spec, data };
	const errors = (data.errors as Partial<FieldError>[]).map(({ path, message, zh }) => ({
		path,
		message: language === "zh" ? (zh ?? message) : message,
	}));
	return { spec, data: { ...data, errors } };
}

const hidden = new Set(["refused", "fields", "retries"]);
const reserved = new Set(["type", "title", "status", "code", "detail", "requestId"]);

/** What an error says beside its sentence, such as `sku` and `left`; never a field of ours. */
function extras(data: Record<string, unknown>) {
	const kept = Object.entries(data).filter(([name]) => !hidden.has(name) && !reserved.has(name));
	return Object.fromEntries(kept);
}

function retryAfter({ status }: ErrorSpec, { seconds }: Record<string, unknown>) {
	if (status !== 429 && status !== 503) return undefined;
	return typeof seconds === "number" ? Math.max(1, Math.ceil(seconds)) : 2;
}

const titleOf = (code: string) => {
	const words = code.toLowerCase().replaceAll("_", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
