// What a request says about itself beside its body.
import type { IncomingMessage } from "node:http";
import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Language } from "#contracts/schema";
import { env } from "#mixins/env";

const run = randomBytes(6).toString("hex");
let counter = 0;

/** The caller's id if it is a sane one, else a new one. */
export function requestIdOf(req: IncomingMessage): string {
	const given = req.headers["x-request-id"];
	if (typeof given === "string" && /^[\w-]{8,64}$/.test(given)) return given;
	counter += 1;
	return `${run}-${counter.toString(36)}`;
}

/** The caller's address. Proxies are believed only as many as TRUST_PROXY says. */
export function addressOf(req: IncomingMessage): string {
	const direct = req.socket.remoteAddress ?? "";
	const forwarded = req.headers["x-forwarded-for"];
	if (env.TRUST_PROXY === 0 || typeof forwarded !== "string") return direct;
	const hops = forwarded.split(",").map((hop) => hop.trim());
	return hops.at(-env.TRUST_PROXY) ?? hops[0] ?? direct;
}

const languages = new LRUCache<string, Language>({ max: 500 });

/** The first of our languages that `Accept-Language` names, by weight. */
export function languageOf(req: IncomingMessage): Language {
	const header = req.headers["accept-language"];
	if (!header) return "en";
	const known = languages.get(header);
	if (known) return known;
	const language = preferred(header);
	if (header.length < 200) languages.set(header, language);
	return language;
}

function preferred(header: string): Language {
	const wanted = header
		.split(",")
		.map((part) => {
			const [tag = "", ...options] = part.trim().toLowerCase().split(";");
			const weight = options
				.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1])
				.find(Boolean);
			return { tag: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
		})
		.toSorted((a, b) => b.weight - a.weight);
	const first = wanted.find(({ tag, weight }) => weight > 0 && (tag === "en" || tag === "zh"));
	return first?.tag === "zh" ? "zh" : "en";
}

const refreshName = "mall_refresh";
const attemptName = "mall_login_attempt";

/** What auth has given this browser to keep; the login only for pages of our own. */
export const cookiesOf = (req: IncomingMessage) => ({
	refreshToken: isFromOthers(req) ? undefined : cookieOf(req, refreshName),
	loginAttempt: cookieOf(req, attemptName),
});

/** Browsers say whose page asks. Why beside SameSite: that lets pages of sister hosts through. */
const isFromOthers = ({ headers }: IncomingMessage) =>
	["cross-site", "same-site"].includes(String(headers["sec-fetch-site"]));

function cookieOf(req: IncomingMessage, name: string): string | undefined {
	const cookies = req.headers.cookie?.split(";") ?? [];
	const own = cookies.map((cookie) => cookie.trim()).find((c) => c.startsWith(`${name}=`));
	return own?.slice(name.length + 1) || undefined;
}

const secure = env.PUBLIC_URL.startsWith("https:") ? "; Secure" : "";

/** The `Set-Cookie` that gives the browser its refresh token, or takes it away. */
export function refreshCookie(cookie: { value: string; expiresAt: string } | null): string {
	const attributes = `Path=/api/v1/auth; HttpOnly; SameSite=Strict${secure}`;
	if (!cookie) return `${refreshName}=; ${attributes}; Max-Age=0`;
	const expires = new Date(cookie.expiresAt).toUTCString();
	return `${refreshName}=${cookie.value}; ${attributes}; Expires=${expires}`;
}

const attemptSeconds = 600;

/** Lax, for the browser comes back with it from another site; for that one route only. */
export function attemptCookie(value: string | null): string {
	const attributes = `Path=/api/v1/auth/oauth; HttpOnly; SameSite=Lax${secure}`;
	return `${attemptName}=${value ?? ""}; ${attributes}; Max-Age=${value ? attemptSeconds : 0}`;
}

const longestHeader = 4000;
const ofOurs = new Set(["authorization", "cookie"]);

/** What a request of somebody else's system says, without what is between us and a browser. */
export function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
	const plain = Object.entries(headers).flatMap(([name, value]) =>
		typeof value === "string" && value.length <= longestHeader && !ofOurs.has(name)
			? [[name, value] as const]
			: [],
	);
	return Object.fromEntries(plain);
}
