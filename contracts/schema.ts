// The words that contracts are written in: thin names over TypeBox with the strict defaults set once.
import Type from "typebox";
import type { Static, TEnum, TProperties, TSchema } from "typebox";
import type { Right } from "#domain/rights";

export type Infer<T extends TSchema> = Static<T>;
export type Schema = TSchema;

type StringOptions = { min?: number; max?: number; pattern?: string; format?: string };
type NumberOptions = { min?: number; max?: number };
type ListOptions = { min?: number; max: number; unique?: boolean };

/** An object that refuses unknown fields. */
export const object = <P extends TProperties>(properties: P) =>
	Type.Object(properties, { additionalProperties: false });

/** An object that may hold more than it says: what others send, by rules of their own. */
export const loose = <P extends TProperties>(properties: P) => Type.Object(properties);

export const string = ({ min = 0, max = 200, pattern, format }: StringOptions = {}) =>
	Type.String({
		minLength: min,
		maxLength: max,
		...(pattern && { pattern }),
		...(format && { format }),
	});

/** Text that a person must write something into: not empty, not only blanks. */
export const text = (max = 200) => string({ min: 1, max, pattern: "\\S" });

export const int = ({ min = 0, max = Number.MAX_SAFE_INTEGER }: NumberOptions = {}) =>
	Type.Integer({ minimum: min, maximum: max });

export const number = ({ min = 0, max = 1e12 }: NumberOptions = {}) =>
	Type.Number({ minimum: min, maximum: max });

export const boolean = () => Type.Boolean();

export const list = <T extends TSchema>(items: T, { min = 0, max, unique }: ListOptions) =>
	Type.Array(items, { minItems: min, maxItems: max, ...(unique && { uniqueItems: true }) });

export const record = <T extends TSchema>(values: T, { max }: { max: number }) =>
	Type.Record(Type.String({ maxLength: 200 }), values, { maxProperties: max });

/** What the pages can be read in. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** Something in other languages than the shop's; one that nobody can choose is refused. */
export const byLanguage = <T extends TSchema>(values: T) =>
	Type.Record(Type.String({ pattern: `^(${languages.join("|")})$` }), values, {
		additionalProperties: false,
	});

/** What a named thing is called in other languages than the shop's: `{ zh: { name } }`. */
export const translatedName = (max: number) =>
	Type.Optional(byLanguage(object({ name: text(max) })));

export const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const oneOf = <V extends string[]>(...values: V): TEnum<V> => Type.Enum<V>([...values]);
export const either = <S extends TSchema[]>(...schemas: [...S]) => Type.Union(schemas);

/** JSON of any shape, for what only passes through (a finished card, a job's result). */
export const json = <T = unknown>() => Type.Unsafe<T>(Type.Unknown());

/** An entity that refers to itself, such as a category with children. */
export const tree = <P extends TProperties>(name: string, properties: P) =>
	Type.Cyclic(
		{
			[name]: Type.Object(
				{ ...properties, children: Type.Array(Type.Ref(name), { maxItems: 1000 }) },
				{ additionalProperties: false },
			),
		},
		name,
	);

/** An opaque id as the services make them. */
export const id = () => string({ min: 1, max: 64, pattern: "^[A-Za-z0-9_.:-]+$" });
/** What a path names a thing by: its id or its readable slug, in any script. */
export const idOrSlug = () => string({ min: 1, max: 200 });
export const sku = () => string({ min: 1, max: 64, pattern: "^[^\\s/?#]+$" });
/** A key that people choose: `night-clerk`. */
export const key = () => string({ min: 2, max: 60, pattern: "^[a-z0-9]+([-_][a-z0-9]+)*$" });
const day = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
const time = "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d";
/** ISO 8601 in UTC with milliseconds. */
export const timestamp = () => string({ max: 24, pattern: `^${day}T${time}\\.\\d{3}Z$` });
/** A day or a time in a query: `2026-05-01` or a full timestamp. */
export const moment = () => string({ max: 24, pattern: `^${day}(T${time}(\\.\\d{1,3})?Z)?$` });
export const email = () => string({ max: 254, format: "email" });
/** Where something lies: a path of the mall or an http(s) address, never another scheme. */
export const url = () => string({ min: 1, max: 2000, pattern: "^(/(?!/)|https?://)\\S*$" });

/** An amount in the shop currency's minor unit. */
export const Money = int({ max: 1e12 });
export const SignedMoney = int({ min: -1e12, max: 1e12 });

/** Parameters of a list: `?page=&pageSize=&sort=`. */
export const paging = <S extends string[]>(...sorts: S) => ({
	page: optional(int({ min: 1, max: 1_000_000 })),
	pageSize: optional(int({ min: 1, max: 100 })),
	sort: optional(oneOf(...sorts)),
});

/** Of a list that grows for ever: `?cursor=` begins a walk, each answer's `nextCursor` goes on. */
export const deepPaging = <S extends string[]>(...sorts: S) => ({
	...paging(...sorts),
	cursor: optional(string({ max: 1000, pattern: "^[A-Za-z0-9_-]*$" })),
});

/** What a walk answers; the action says of what by `walks`. */
export const stretchOf = <T extends TSchema>(items: T) =>
	object({ items: list(items, { max: 100 }), nextCursor: nullable(string({ max: 1000 })) });

export const pageOf = <T extends TSchema>(items: T) =>
	object({ items: list(items, { max: 100 }), page: int(), pageSize: int(), total: int() });

/** No parameters. */
export const Empty = object({});

/** What can go wrong, once: its stable word, HTTP status and sentence (`{name}` is filled in). */
export interface ErrorSpec {
	readonly code: string;
	readonly status: number;
	readonly message: string;
	readonly zh: string;
}

export const error = (code: string, status: number, message: string, zh: string): ErrorSpec => ({
	code,
	status,
	message,
	zh,
});

/** What has happened, for whoever wants to know. */
export interface EventSpec<P extends TSchema = TSchema> {
	readonly name: string;
	readonly payload: P;
}

export const event = <P extends TSchema>(name: string, payload: P): EventSpec<P> => ({
	name,
	payload,
});

export type Access = "public" | "signed-in" | "internal" | Right | OwnRight;

/** A right that a plug-in brings along; made by `ownArea` only. */
export type OwnRight = string & { readonly "~own": true };

/** The area of a plug-in, called as the plug-in: what each right allows, in words. */
export interface OwnArea<R extends Record<string, string> = Record<string, string>> {
	readonly key: string;
	readonly name: string;
	readonly rights: R;
	/** For `access` of its actions. */
	readonly may: { readonly [K in keyof R]: OwnRight };
}

export function ownArea<const R extends Record<string, string>>(
	key: string,
	name: string,
	rights: R,
): OwnArea<R> {
	const may = Object.keys(rights).map((right) => [right, `${key}:${right}`]);
	return { key, name, rights, may: Object.fromEntries(may) };
}

/** A ceiling on how often one caller may do this. `by` says who counts as one. */
export interface Limit {
	readonly count: number;
	readonly seconds: number;
	readonly by: "address" | "user";
	/** How often all callers together may, where each costs a mail, a hash or a place in the store. */
	readonly inAll?: number;
}

export interface ActionSpec {
	/** One line for the docs. */
	readonly summary: string;
	/** Method and path below `/api/v1`; a path from the root starts with `//`. */
	readonly rest?: string;
	readonly access: Access;
	readonly params?: TSchema;
	readonly returns?: TSchema;
	/** What a caller with a `cursor` walks over, instead of a page; for clients over HTTP. */
	readonly walks?: TSchema;
	readonly errors?: readonly ErrorSpec[];
	readonly emits?: readonly EventSpec[];
	/** HTTP status of success, 200 unless said; 204 and 302 have no body. */
	readonly status?: 201 | 202 | 204 | 302;
	/** Open also to staff who have to set up their second factor before anything else. */
	readonly whileSettingUp?: true;
	/** Stands in the audit log whoever does it, like all that needs a right. */
	readonly audited?: true;
	/** Takes `Idempotency-Key`. */
	readonly idempotent?: true;
	/**
	 * The finished body may be kept and shared (public actions only): until one of these things
	 * changes. `varies: "user"` keeps it only for callers without a login; `kept: false` only
	 * lets the caller keep it.
	 */
	readonly cached?: {
		readonly until: readonly CacheTag[];
		readonly varies?: "user";
		readonly kept?: false;
	};
	/**
	 * What the request carries when it isn't JSON: a file, whose stream is `ctx.stream`, or text as
	 * it came, which is the parameter `body` beside the `headers`.
	 */
	readonly body?: "upload" | "file" | "raw";
	/** The answer isn't JSON: its media type. */
	readonly produces?: string;
	readonly limit?: Limit;
	/** Callers may take the answer of so long ago; for actions without parameters. */
	readonly rememberedMs?: number;
}

/** Groups of cached bodies that are dropped together. */
export type CacheTag = "catalogue" | "content" | "reviews" | "settings" | "marketing";

/** An action as others call it: `call(ctx, orders.ship, { … })`. */
export interface Action<P = unknown, R = unknown> extends ActionSpec {
	/** Full name on the bus: `v1.orders.ship`. */
	readonly name: string;
	/** The service's name without its version: `orders`. */
	readonly service: string;
	/** Types only; absent at run time. */
	readonly "~params"?: P;
	readonly "~returns"?: R;
}

export type ParamsOf<S extends ActionSpec> = S extends { params: infer P extends TSchema }
	? Static<P>
	: Record<never, never>;
/** Bytes or a stream of them where the answer isn't JSON; nothing where nothing is said. */
export type ReturnsOf<S extends ActionSpec> = S extends { returns: infer R extends TSchema }
	? Static<R>
	: S extends { produces: string }
		? Uint8Array | AsyncIterable<Uint8Array | string>
		: void;

/** What a handler answers to a caller with a `cursor`. */
export type StretchOf<S extends ActionSpec> = S extends { walks: infer W extends TSchema }
	? { items: Static<W>[]; nextCursor: string | null }
	: never;

export type Actions<A extends Record<string, ActionSpec>> = {
	readonly [K in keyof A]: Action<ParamsOf<A[K]>, ReturnsOf<A[K]>>;
};

export interface Contract<A extends Record<string, ActionSpec>, L extends Listens = Listens> {
	readonly service: string;
	readonly version: number;
	readonly actions: A;
	readonly listens: L;
}

export type Listens = Record<string, EventSpec>;

/** The contract of a service: its actions by name, and `$` with the whole of it. */
export function contract<
	const A extends Record<string, ActionSpec>,
	const L extends Listens = Record<never, never>,
>(service: string, actions: A, listens?: L): Actions<A> & { readonly $: Contract<A, L> } {
	const named = Object.entries(actions).map(([verb, spec]) => [
		verb,
		{ ...spec, name: `v1.${service}.${verb}`, service },
	]);
	return {
		...Object.fromEntries(named),
		$: { service, version: 1, actions, listens: listens ?? {} },
	} as Actions<A> & { readonly $: Contract<A, L> };
}
