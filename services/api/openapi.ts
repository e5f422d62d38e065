// The OpenAPI 3.1 document, made from the contracts.
import {
	INTERNAL,
	INVALID,
	NOT_SIGNED_IN,
	FORBIDDEN,
	LOGIN_NEEDED,
	TOO_MANY_REQUESTS,
} from "#contracts/errors";
import { actions } from "#contracts/index";
import { stretchOf } from "#contracts/schema";
import type { Action, ErrorSpec, Schema } from "#contracts/schema";
import { addressOf } from "./route-table.ts";

type Json = Record<string, unknown>;
interface Properties {
	properties?: Record<string, Schema>;
	required?: string[];
}

/** The whole document; `origin` is where the mall is reached. */
export function openApi(origin: string): Json {
	const paths: Record<string, Json> = {};
	for (const action of actions) {
		if (!action.rest) continue;
		const { method, path } = addressOf(action.rest);
		const template = path.replace(/:(\w+)/g, "{$1}");
		paths[template] = { ...paths[template], [method.toLowerCase()]: operation(action, path) };
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Micro-mall",
			version: "1",
			description: "Amounts are integers in the shop currency's minor unit, times are UTC.",
		},
		servers: [{ url: origin }],
		tags: [...new Set(actions.map(({ service }) => service))].map((name) => ({ name })),
		paths,
		components: {
			securitySchemes: { login, apiKey },
			schemas: { Problem: problem },
		},
	};
}

function operation(action: Action, path: string): Json {
	const { method } = addressOf(action.rest ?? "");
	const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
	const isBare = method === "GET" || (method === "DELETE" && !asksMore(action, inPath));
	const hasBody = !isBare && !isFile(action);
	return {
		operationId: `${action.service}.${action.name.split(".").at(-1)}`,
		tags: [action.service],
		summary: action.summary,
		"x-access": action.access,
		...(action.access !== "public" && { security: securityOf(action) }),
		parameters: [
			...parameters(action, inPath, hasBody),
			...(action.idempotent ? [idempotencyKey] : []),
		],
		...(action.body
			? { requestBody: action.body === "raw" ? rawBody : fileBody }
			: hasBody && action.params && { requestBody: jsonBody(action.params, inPath) }),
		responses: responses(action),
	};
}

const login: Json = { type: "http", scheme: "bearer", bearerFormat: "JWT" };
const apiKey: Json = {
	type: "http",
	scheme: "bearer",
	bearerFormat: "mmk_…",
	description:
		"A key for another system, made in the console under API keys: it has some of its maker's " +
		"rights, as long as the maker has them, until it expires or is withdrawn. It opens what needs " +
		"a right, nothing that is a person's own.",
};

const securityOf = ({ access }: Action) =>
	access.includes(":") ? [{ login: [] }, { apiKey: [] }] : [{ login: [] }];

const isFile = ({ body }: Action) => body !== undefined && body !== "raw";

const asksMore = ({ params }: Action, inPath: string[]) =>
	Object.keys(((params ?? {}) as Properties).properties ?? {}).length > inPath.length;

function parameters({ params }: Action, inPath: string[], hasBody: boolean): Json[] {
	const { properties = {}, required = [] } = (params ?? {}) as Properties;
	return Object.entries(properties)
		.filter(([name]) => inPath.includes(name) || !hasBody)
		.map(([name, schema]) => ({
			name,
			in: inPath.includes(name) ? "path" : "query",
			required: inPath.includes(name) || required.includes(name),
			schema,
		}));
}

function jsonBody(params: Schema, inPath: string[]): Json {
	const { properties = {}, required = [] } = params as Properties;
	const kept = Object.entries(properties).filter(([name]) => !inPath.includes(name));
	const schema = {
		...params,
		properties: Object.fromEntries(kept),
		required: required.filter((name) => !inPath.includes(name)),
	};
	return {
		required: schema.required.length > 0,
		content: { "application/json": { schema, example: exampleOf(schema) } },
	};
}

const rawBody: Json = { required: true, content: { "*/*": { schema: { type: "string" } } } };

const fileBody: Json = {
	required: true,
	content: {
		"multipart/form-data": {
			schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
		},
	},
};

const idempotencyKey: Json = {
	name: "Idempotency-Key",
	in: "header",
	description: "The same key and body gives the same answer, for 24 h.",
	schema: { type: "string", maxLength: 200 },
};

function responses(action: Action): Json {
	const { status = 200, returns = {}, walks, produces } = action;
	const success =
		status === 204 || status === 302
			? { description: "Done" }
			: {
					description: "Done",
					content: produces
						? { [produces]: {} }
						: {
								"application/json": {
									schema: walks
										? { anyOf: [returns, stretchOf(walks)] }
										: returns,
									example: exampleOf(returns),
								},
							},
				};
	const all = [...(action.errors ?? []), ...implied(action)];
	const byStatus = Map.groupBy(all, (error: ErrorSpec) => error.status);
	const failures = [...byStatus].map(([code, specs]) => [
		String(code),
		{
			description: [...new Set(specs.map((spec) => spec.code))].join(", "),
			content: {
				"application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
			},
		},
	]);
	return { [String(status)]: success, ...Object.fromEntries(failures) };
}

function implied({ access, params, limit }: Action): ErrorSpec[] {
	return [
		...(access === "public" ? [] : [NOT_SIGNED_IN]),
		...(access.includes(":") ? [FORBIDDEN] : []),
		...(access === "signed-in" ? [LOGIN_NEEDED] : []),
		...(params ? [INVALID] : []),
		...(limit ? [TOO_MANY_REQUESTS] : []),
		INTERNAL,
	];
}

const problem: Json = {
	type: "object",
	required: ["type", "title", "status", "code", "detail", "requestId"],
	properties: {
		type: { type: "string" },
		title: { type: "string" },
		status: { type: "integer" },
		code: { type: "string" },
		detail: { type: "string" },
		requestId: { type: "string" },
		errors: {
			type: "array",
			items: {
				type: "object",
				properties: { path: { type: "string" }, message: { type: "string" } },
			},
		},
	},
};

interface Shape extends Properties {
	type?: string;
	enum?: unknown[];
	anyOf?: Shape[];
	items?: Shape;
	minItems?: number;
	minimum?: number;
	pattern?: string;
	format?: string;
	minLength?: number;
}

/** A small value that fits a schema, for the docs. */
function exampleOf(schema: unknown, depth = 0): unknown {
	const { type, enum: values, anyOf, items, properties, minimum } = (schema ?? {}) as Shape;
	if (values) return values[0];
	if (anyOf) return exampleOf(anyOf[0], depth);
	if (type === "array") return depth > 4 ? [] : [exampleOf(items, depth + 1)];
	if (type === "object") {
		const entries = Object.entries(properties ?? {});
		return Object.fromEntries(entries.map(([name, one]) => [name, exampleOf(one, depth + 1)]));
	}
	if (type === "integer" || type === "number") return Math.max(minimum ?? 1, 1);
	if (type === "boolean") return true;
	if (type === "string") return exampleText((schema ?? {}) as Shape);
	return null;
}

function exampleText({ format, pattern = "" }: Shape): string {
	if (format === "email") return "ada@example.com";
	if (pattern.includes("Z$")) return "2026-05-01T12:00:00.000Z";
	if (pattern.includes("https?")) return "/media/example.svg";
	if (pattern.includes("A-Z]{2}")) return "US";
	if (pattern.includes("A-Z]{3}")) return "USD";
	return "example";
}
