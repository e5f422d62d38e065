// Requests that nobody means well with, made from the contracts: each field of each action gets
// what it must not have, or what it may have but nobody thinks of. The same ones in every run.
import { Agent, request as httpRequest } from "node:http";
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import type { Action } from "#contracts/schema";

export interface HostileRequest {
	method: string;
	/** Percent escapes and all, as it goes over the wire. */
	path: string;
	headers: Record<string, string>;
	body?: string | Buffer;
}

export interface HostileAnswer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	ms: number;
}

/** JSON that is written as it stands, such as what is too deep for a serializer. */
class Raw {
	readonly json: string;
	constructor(json: string) {
		this.json = json;
	}
}

const deep = (open: string, close: string) => new Raw(open.repeat(10_000) + close.repeat(10_000));
const long = "x".repeat(60_000);

const nastyTexts = [
	"",
	" ",
	"\u0000",
	"a\u0000b",
	"\ud800",
	"\udc00a\ud800",
	"\u202e\ufeff\u200d",
	"👩‍👩‍👧‍👦",
	"__proto__",
	"constructor",
	"prototype.toString",
	"$where",
	"$gt",
	"' OR 1=1; DROP TABLE orders; --",
	'"}]}; process.exit(1) //',
	"{{7*7}}${7*7}",
	"<script>alert(1)</script>",
	"../../../../etc/passwd",
	"..\\..\\boot.ini",
	"%00%zz",
	"NaN",
	"-0",
	"1e999",
	"true",
	"null",
	"[object Object]",
	"\r\nSet-Cookie: a=b",
	"(((((((((((((((((a+)+)+)+)+)+)+)+$",
	`${"a".repeat(50)}!`,
	"2026-02-30",
	"9999-99-99T99:99:99.999Z",
	long,
];

const nastyValues: unknown[] = [
	...nastyTexts,
	null,
	true,
	0,
	-1,
	1.5,
	1e-320,
	2 ** 53,
	1e21,
	-1e308,
	new Raw("1e999"),
	new Raw("-0"),
	[],
	{},
	[null],
	[[[[]]]],
	Array(2000).fill("x"),
	{ $gt: "" },
	{ $where: "while(true){}" },
	{ $regex: "(a+)+$" },
	{ $set: { price: 0 } },
	new Raw('{"__proto__":{"rights":["orders:refund"]}}'),
	{ constructor: { prototype: { isAdmin: true } } },
	{ length: 1e9 },
	new Raw('{"toString":1,"toJSON":"x","then":1}'),
	deep("[", "]"),
	new Raw(`${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`),
];

interface Shape {
	type?: string;
	enum?: unknown[];
	const?: unknown;
	anyOf?: Shape[];
	items?: Shape;
	properties?: Record<string, Shape>;
	required?: string[];
	patternProperties?: Record<string, Shape>;
	minLength?: number;
	maxLength?: number;
	pattern?: string;
	format?: string;
	minimum?: number;
	maximum?: number;
	minItems?: number;
	maxItems?: number;
}

/** Things that are there, by the field or path segment that asks for them. */
export type World = Record<string, readonly string[]>;

/** What fits the schema, the odd corners included. */
function fitting(shape: Shape, world: World, name = ""): Arbitrary<unknown> {
	const known = world[name];
	if (known && shape.type === "string") {
		return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, text(shape));
	}
	if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => fitting(one, world, name)));
	if (shape.enum) return fc.constantFrom(...shape.enum);
	if (shape.const !== undefined) return fc.constant(shape.const);
	switch (shape.type) {
		case "string":
			return text(shape);
		case "integer":
			return wholeNumber(shape);
		case "number":
			return fc.double({ min: shape.minimum, max: shape.maximum, noNaN: true });
		case "boolean":
			return fc.boolean();
		case "null":
			return fc.constant(null);
		case "array":
			return fc.array(fitting(shape.items ?? {}, world, name), {
				minLength: shape.minItems,
				maxLength: Math.min(shape.maxItems ?? 3, (shape.minItems ?? 0) + 3),
			});
		case "object":
			return shape.patternProperties ? anyRecord(shape, world) : anObject(shape, world);
		default:
			return fc.constantFrom(...nastyValues);
	}
}

function text({ minLength = 0, maxLength = 200, pattern, format }: Shape): Arbitrary<string> {
	if (format === "email") {
		return fc.constantFrom("a@example.com", "É.ß+x@exämple.com", `${"a".repeat(64)}@b.co`);
	}
	const isFit = (one: string) => [...one].length >= minLength && one.length <= maxLength;
	const nasty = nastyTexts.filter(
		(one) => isFit(one) && (!pattern || new RegExp(pattern).test(one)),
	);
	const isAddress = pattern?.includes("https?");
	if (isAddress) return fc.constantFrom("/a.png", "https://x.example/a?b#c", "http://\ud800");
	const made = pattern
		? fc.stringMatching(new RegExp(pattern)).filter(isFit)
		: fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 20), unit: "binary" });
	return nasty.length > 0 ? fc.oneof(made, fc.constantFrom(...nasty)) : made;
}

const wholeNumber = ({ minimum: min, maximum: max }: Shape) =>
	fc.oneof(
		fc.integer({ min: min ?? 0, max: Math.min(max ?? 100, Math.max(min ?? 0, 0) + 100) }),
		fc.constantFrom(min ?? 0, max ?? Number.MAX_SAFE_INTEGER),
	);

function anyRecord({ patternProperties = {} }: Shape, world: World): Arbitrary<unknown> {
	const [value = {}] = Object.values(patternProperties);
	const names = fc.constantFrom(
		"zh",
		"en",
		"Size",
		"a.b",
		"constructor",
		"$set",
		"",
		"__proto__",
	);
	const entries = fc.array(fc.tuple(names, fitting(value, world)), { maxLength: 2 });
	return entries.map((all) => Object.fromEntries(all));
}

function anObject({ properties = {}, required = [] }: Shape, world: World): Arbitrary<unknown> {
	const fields = Object.fromEntries(
		Object.entries(properties)
			.filter(([, shape]) => shape.enum?.length !== 0)
			.map(([name, shape]) => [name, fitting(shape, world, name)]),
	);
	return fc.record(fields, { requiredKeys: required });
}

/** Where a field of an action stands in a request. */
interface Place {
	method: string;
	path: string;
	names: string[];
	fields: Record<string, Shape>;
	inBody: boolean;
}

function placeOf({ rest = "", params }: Action): Place {
	const [method = "GET", route = "/"] = rest.split(" ");
	const path = route.startsWith("//") ? route.slice(1) : `/api/v1${route}`;
	const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
	const { properties = {} } = (params ?? {}) as Shape;
	const fields = Object.fromEntries(
		Object.entries(properties).filter(([name]) => !names.includes(name)),
	);
	return { method, path, names, fields, inBody: !["GET", "DELETE"].includes(method) };
}

export interface Recipe {
	world: World;
	/** The version of what stands at a path now; staff's changes begin with it. */
	version?: number;
	/** Of almost right requests. */
	runs: number;
	seed: number;
}

/** All hostile requests to one action. */
export function hostileRequests(action: Action, recipe: Recipe): HostileRequest[] {
	const place = placeOf(action);
	const json = { "Content-Type": "application/json" };
	const at = (path: string, body?: string | Buffer, headers: Record<string, string> = json) => ({
		method: place.method,
		path,
		headers: body === undefined ? {} : headers,
		...(body !== undefined && { body }),
	});
	const real = pathOf(place, (name) => recipe.world[segmentName(place.path, name)]?.[0] ?? "x");
	const bodies = action.body ? files : brokenBodies;
	return [
		at(real),
		...nastyPaths(place).map((path) => at(path, place.inBody ? "{}" : undefined)),
		...nastyQueries.map((query) => at(`${real}?${query}`, place.inBody ? "{}" : undefined)),
		...(place.inBody ? bodies.map(([body, headers]) => at(real, body, headers)) : []),
		...(action.body ? [] : almostRight(action, place, recipe)),
	];
}

/** `:id` below `products` is one of the world's `products`. */
const segmentName = (path: string, name: string) => {
	const segments = path.split("/");
	return name === "sku" || name === "productId"
		? name
		: (segments[segments.indexOf(`:${name}`) - 1] ?? name);
};

const pathOf = ({ path, names }: Place, value: (name: string) => string) =>
	names.reduce((sofar, name) => sofar.replace(`:${name}`, encodeURIComponent(value(name))), path);

const nastyIds = [
	"x".repeat(5000),
	"%F0%9F%98%80",
	"..%2f..%2f..%2fetc%2fpasswd",
	"..",
	"%00",
	"%",
	"%E0%A4%A",
	"%ed%a0%80",
	"%24ne",
	"%7B%22%24gt%22%3A%22%22%7D",
	"'%20OR%201%3D1--",
	"__proto__",
	"constructor",
	"",
	"a%2Fb",
	"%0d%0aX-Evil:1",
];

const nastyPaths = ({ path, names }: Place) =>
	names.flatMap((name) => {
		const filled = names
			.filter((other) => other !== name)
			.reduce((sofar, other) => sofar.replace(`:${other}`, "x"), path);
		return nastyIds.map((nasty) => filled.replace(`:${name}`, nasty));
	});

const nastyQueries = [
	"%00=%00",
	"%zz=%&%E0%A4%A=1",
	"&&==&=&?",
	"__proto__=1&__proto__.x=1",
	"constructor.prototype.x=1",
	"page=1&page=2",
	"page[]=1&page[$gt]=0",
	"pageSize=-1",
	"page=99999999999999999999",
	"page=1000000&pageSize=100",
	"page=1e3&pageSize=0x10",
	"sort=__proto__",
	"sort=-id;DROP",
	"a=1&".repeat(1000),
	"attr.__proto__=x&attr.=y&attr.constructor=z",
	`q=${"a".repeat(3000)}`,
	"q=%00&q=x",
];

const json = { "Content-Type": "application/json" };

const brokenBodies: [string | Buffer, Record<string, string>][] = [
	["", json],
	["{", json],
	["nonsense", json],
	["null", json],
	["[]", json],
	['"text"', json],
	["1e999", json],
	['{"__proto__":{"id":"x"}}', json],
	['{"constructor":{"prototype":{"x":1}}}', json],
	['{"unknown":1,"$where":"1","__defineGetter__":1}', json],
	['{"a":1,"a":2}', json],
	[deep("[", "]").json, json],
	[`{"x":${deep("[", "]").json}}`, json],
	[Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), json],
	[Buffer.from("\ufeff{}", "utf16le"), json],
	["{}", { "Content-Type": "text/plain" }],
	["{}", { "Content-Type": "application/xml; charset=\u0022" }],
	["a=1&b=2", { "Content-Type": "application/x-www-form-urlencoded" }],
	["--x\r\n\r\n--x--", { "Content-Type": "multipart/form-data; boundary=x" }],
	["{}", { "Content-Type": "application/json", "Content-Encoding": "gzip" }],
];

const form = { "Content-Type": "multipart/form-data; boundary=x" };
const part = (content: string, type = "image/png") =>
	`--x\r\nContent-Disposition: form-data; name="file"; filename="../../\u0000a.png"\r\n` +
	`Content-Type: ${type}\r\n\r\n${content}\r\n--x--\r\n`;
const lines = { "Content-Type": "application/x-ndjson" };

const files: [string | Buffer, Record<string, string>][] = [
	["", form],
	["--x", form],
	["--x--\r\n", form],
	["--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--\r\n", form],
	['--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nnever ends', form],
	["x", { "Content-Type": "multipart/form-data" }],
	["{}", { "Content-Type": "application/json" }],
	[part("no picture"), form],
	[part("\u0089PNG\r\n\u001a\nbroken"), form],
	[part("GIF89a"), form],
	[part("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"), form],
	["", lines],
	["\u0000\n{\n[]\nnull\n1\n", lines],
	[`${deep("[", "]").json}\n${deep('{"a":', "").json}\n`, lines],
	['{"sku":{"$gt":""},"title":[],"price":{}}\n{"__proto__":1,"sku":"__proto__"}\n', lines],
	[`{"sku":"${long}","title":"${long}","price":1}\n`, lines],
	[
		Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]),
		{ "Content-Type": "application/gzip" },
	],
	['a,b\n"never ends,1\n2', { "Content-Type": "text/csv" }],
	["sku,sku,price,__proto__\n=cmd,b,-1,x\n", { "Content-Type": "text/csv" }],
];

/** What fits the contract but for at most one field. */
function almostRight(action: Action, place: Place, recipe: Recipe): HostileRequest[] {
	const { world, runs, seed, version } = recipe;
	const names = Object.keys(place.fields);
	const shape = (action.params ?? { type: "object" }) as Shape;
	const required = (shape.required ?? []).filter((name) => names.includes(name));
	const ids = fc.record(
		Object.fromEntries(
			place.names.map((name) => [name, fc.constantFrom(...idsOf(place, recipe, name))]),
		),
	);
	const spoilt =
		names.length === 0
			? fc.constant(null)
			: fc.option(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...nastyValues)), {
					freq: 3,
				});
	const whole = anObject({ properties: place.fields, required }, world);
	const samples = fc.sample(fc.tuple(ids, whole, spoilt), { numRuns: runs, seed });
	return samples.map(([path, fields, spoil]) => {
		const known = version !== undefined && "version" in place.fields ? { version } : {};
		const all = { ...(fields as object), ...known, ...(spoil && { [spoil[0]]: spoil[1] }) };
		return written(
			place,
			pathOf(place, (name) => String(path[name])),
			all,
		);
	});
}

/** All that are there; only the first where its version is known. */
function idsOf({ path }: Place, { world, version }: Recipe, name: string): readonly string[] {
	const ids = world[segmentName(path, name)] ?? ["x"];
	return version === undefined ? ids : ids.slice(0, 1);
}

function written(place: Place, path: string, fields: object): HostileRequest {
	const { method } = place;
	if (place.inBody) return { method, path, headers: json, body: stringified(fields) };
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(fields)) {
		for (const one of Array.isArray(value) ? value.slice(0, 50) : [value])
			query.append(name, typeof one === "string" ? one.slice(0, 4000) : asText(one));
	}
	return { method, path: `${path}?${query.toString()}`.slice(0, 12_000), headers: {} };
}

const asText = (value: unknown) =>
	(value instanceof Raw ? value.json : JSON.stringify(value)).slice(0, 2000);

/** JSON with the raw parts as they are. */
const stringified = (fields: object) =>
	`{${Object.entries(fields)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => {
			const json = value instanceof Raw ? value.json : JSON.stringify(value);
			return `${JSON.stringify(name)}:${json}`;
		})
		.join(",")}}`;

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends what `fetch` would tidy up. */
export function sendRaw(origin: string, hostile: HostileRequest): Promise<HostileAnswer> {
	const { method, path, headers, body } = hostile;
	const began = performance.now();
	return new Promise((done, fail) => {
		const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
		const req = httpRequest(origin, {
			method,
			path,
			agent,
			headers: { ...headers, ...length },
		});
		req.on("error", fail);
		req.on("response", (res) => {
			let text = "";
			res.setEncoding("utf8");
			res.on("data", (chunk: string) => (text += chunk));
			res.on("error", fail);
			res.on("end", () => {
				const ms = performance.now() - began;
				done({ status: res.statusCode ?? 0, headers: res.headers, text, ms });
			});
		});
		req.end(body);
	});
}

export const closeAgent = () => agent.destroy();
