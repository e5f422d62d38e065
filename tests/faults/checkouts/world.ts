// The shop that the checkouts happen in: goods, coupons and people; and what they were told.
import type { Coupon } from "#contracts/promotions";
import type { Settings } from "#contracts/settings";
import type { Answer } from "#tests/support/http";
import { password } from "#tests/support/process";
import type { Chance } from "./chance.ts";
import type { Line } from "./line.ts";

export interface Person {
	id: string;
	name: string;
	token: string;
	/** Has left an order to the mall, which may still take its goods out of the cart. */
	hasLeft?: boolean;
}

export interface Wish {
	buyer: Person;
	coupon?: Coupon;
}

/** What the mall has acknowledged: from then on it must be so. By the order's id. */
export interface Acknowledged {
	placed: Map<string, { key: string; total: number }>;
	paid: Set<string>;
	cancelled: Set<string>;
	completed: Set<string>;
	parcels: Map<string, string[]>;
	/** Ids of refunds that staff made, with their amounts. */
	refunds: Map<string, Map<string, number>>;
	returns: Map<string, string>;
}

export interface World {
	line: Line;
	admin: Person;
	buyers: Person[];
	goods: { sku: string; stock: number }[];
	coupons: Coupon[];
	luck: Chance;
	/** Out of a hundred whose line breaks, so many ask again; the others leave it to the mall. */
	patient: number;
	/** How much is read at once when all is counted. */
	readsAtOnce: number;
	/** What was wished for under each key, before it was asked. */
	wishes: Map<string, Wish>;
	acknowledged: Acknowledged;
	/** Orders of which somebody never heard whether their command was done. */
	uncertain: Set<string>;
	/** Answers that no command should get. */
	surprises: string[];
}

export const address = {
	name: "Ada Byron",
	phone: "+44 20 1234",
	country: "GB",
	province: "",
	city: "London",
	street: "12 St James's Square",
	postalCode: "SW1Y 4JH",
};

const points = 20_000;

export interface Size {
	checkouts: number;
	buyers: number;
}

export async function world(line: Line, luck: Chance, size: Size): Promise<World> {
	const admin = await login(line, "admin");
	const made = <T>(answer: Promise<Answer>) => answer.then((one) => bodyOf<T>(one));
	const desk = <T>(route: string, body: unknown) =>
		made<T>(line.ask(route, { token: admin.token, body }));
	const { version } = await made<Settings>(line.ask("GET /admin/settings", admin));
	const classes = [{ key: "books", name: "Books", rate: 700 }];
	const tax = { rate: 1900, included: false, classes };
	await desk("PATCH /admin/settings", { version, tax });
	const plenty = size.checkouts * 8;
	const scarce = Math.ceil(size.checkouts / 8);
	const goods = [
		...(await shelf(desk, { name: "Books", taxClass: "books" }, [plenty, scarce])),
		...(await shelf(desk, { name: "Things" }, [plenty, plenty, scarce])),
	];
	await desk("POST /admin/promotions", promotion);
	const limited = aCoupon("LIMITED", { total: Math.ceil(size.checkouts / 10), perPerson: 1000 });
	const coupons = [
		await desk<Coupon>("POST /admin/coupons", limited),
		await desk<Coupon>("POST /admin/coupons", aCoupon("PERSONAL", { perPerson: 3 })),
	];
	const names = Array.from({ length: size.buyers }, (_, n) => `buyer${n}`);
	const buyers = await Promise.all(names.map((name) => aBuyer(line, desk, name)));
	return {
		line,
		admin,
		buyers,
		goods,
		coupons,
		luck,
		patient: usual,
		readsAtOnce: 8,
		wishes: new Map(),
		acknowledged: {
			placed: new Map(),
			paid: new Set(),
			cancelled: new Set(),
			completed: new Set(),
			parcels: new Map(),
			refunds: new Map(),
			returns: new Map(),
		},
		uncertain: new Set(),
		surprises: [],
	};
}

type Desk = <T>(route: string, body: unknown) => Promise<T>;

async function shelf(desk: Desk, category: { name: string; taxClass?: string }, stocks: number[]) {
	const { id: categoryId } = await desk<{ id: string }>("POST /admin/categories", category);
	return Promise.all(
		stocks.map(async (stock, n) => {
			const sku = `${category.name.toUpperCase()}-${n}`;
			const variants = [{ sku, price: 1299 + 871 * n, stock }];
			const body = { name: sku, categoryId, variants, status: "published" };
			await desk("POST /admin/products", body);
			return { sku, stock };
		}),
	);
}

const day = 86_400_000;
const period = () => ({
	startsAt: new Date(Date.now() - day).toISOString(),
	endsAt: new Date(Date.now() + day).toISOString(),
	enabled: true,
});

const promotion = {
	name: "A tenth off",
	kind: "order",
	scope: { type: "all" },
	rules: { conditions: { minAmount: 6000 }, action: { type: "percent", value: 10 } },
	priority: 1,
	...period(),
};

const aCoupon = (code: string, limits: object) => ({
	name: code,
	kind: "code",
	code,
	discount: { type: "amount", value: 333 },
	scope: { type: "all" },
	minimumSpend: 0,
	total: 100_000,
	...period(),
	...limits,
});

async function aBuyer(line: Line, desk: Desk, name: string): Promise<Person> {
	const body = { username: name, email: `${name}@example.com`, password };
	const { user, token } = bodyOf<Login>(await line.ask("POST /auth/register", { body }));
	await desk(`POST /admin/users/${user.id}/points`, { points, reason: "Welcome" });
	return { id: user.id, name, token };
}

interface Login {
	user: { id: string };
	token: string;
}

async function login(line: Line, name: string): Promise<Person> {
	const body = { login: name, password };
	const { user, token } = bodyOf<Login>(await line.ask("POST /auth/login", { body }));
	return { id: user.id, name, token };
}

function bodyOf<T>({ status, body }: Answer): T {
	if (status < 300) return body as T;
	throw new Error(`${status} ${JSON.stringify(body)}`);
}

/** How patient people are when nothing else is to be tried. */
export const usual = 65;

/** Asks as somebody, who logs in again when their login has run out. Undefined when refused. */
export async function give<T>(world: World, who: Person, asked: Asked): Promise<T | undefined> {
	const { route, key, unless = [] } = asked;
	const body = asked.body ?? (route.startsWith("POST") ? {} : undefined);
	const headers: Record<string, string> = key ? { "Idempotency-Key": key } : {};
	const isPatient = () => world.luck.percent(world.patient);
	const send = () => world.line.askOrLeave(route, { token: who.token, headers, body }, isPatient);
	let answer = await send();
	if (answer?.status === 401) {
		who.token = (await login(world.line, who.name)).token;
		answer = await send();
	}
	if (!answer) {
		who.hasLeft = true;
		if (asked.about) world.uncertain.add(asked.about);
		return undefined;
	}
	if (answer.status < 300) return answer.body as T;
	const isExpected = unless.includes(answer.body.code);
	if (!isExpected) world.surprises.push(`${route}: ${JSON.stringify(answer.body)}`);
	return undefined;
}

export interface Asked {
	route: string;
	body?: object;
	key?: string;
	/** The order whose parcels or money it changes. */
	about?: string;
	/** Refusals that may come. */
	unless?: readonly string[];
}
