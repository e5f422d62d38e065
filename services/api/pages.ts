// What the gateway serves beside the API: the two SPAs, the API's page, health.
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import sirv from "sirv";
import type { ServiceBroker } from "moleculer";
import { contracts } from "#contracts/index";
import { env } from "#mixins/env";
import { openApi } from "./openapi.ts";
import { spa } from "./spa.ts";
import type { Serve } from "./spa.ts";

const root = resolve(import.meta.dirname, "../..");
const swagger = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

/** What a page may load, and from whom beside us. */
const policyWith = (others: { scripts: string; frames: string; calls: string }) =>
	[
		"default-src 'self'",
		`script-src 'self'${others.scripts}`,
		// Why: charts and floating panels set inline styles; a style can't run anything.
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self' data:",
		`connect-src 'self'${others.calls}`,
		`frame-src 'self'${others.frames}`,
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join("; ");

const nobody = { scripts: "", frames: "", calls: "" };
/** https://docs.stripe.com/security/guide#content-security-policy */
const stripeToo = {
	scripts: " https://js.stripe.com https://*.js.stripe.com",
	frames: " https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com",
	calls: " https://api.stripe.com",
};

export const pageHeaders: Record<string, string> = {
	"Content-Security-Policy": policyWith(nobody),
	"X-Content-Type-Options": "nosniff",
	"X-Frame-Options": "DENY",
	"Referrer-Policy": "strict-origin-when-cross-origin",
	"Cross-Origin-Opener-Policy": "same-origin",
	"Permissions-Policy": "camera=(), microphone=(), geolocation=()",
	...(env.PUBLIC_URL.startsWith("https:") && {
		"Strict-Transport-Security": "max-age=31536000; includeSubDomains",
	}),
};

const mallHeaders = {
	...pageHeaders,
	"Content-Security-Policy": policyWith(env.STRIPE_PUBLISHABLE_KEY ? stripeToo : nobody),
};

/** Serves a page or file; calls `next` when there is none at this address. */
export function pages(broker: ServiceBroker): Serve {
	const mall = spa(join(root, "dist/web-mall"), "", mallHeaders);
	const console = spa(join(root, "dist/web-admin"), "/admin", pageHeaders);
	const swaggerFiles = sirv(swagger, { etag: true, maxAge: 3600 });
	return (req, res, next) => {
		const path = (req.url ?? "/").split("?")[0] ?? "/";
		if (req.method !== "GET" && req.method !== "HEAD") return next();
		const fixed = fixedPages[path];
		if (fixed) return fixed(req, res, broker);
		if (path.startsWith("/api/v1/docs/")) {
			req.url = path.slice("/api/v1/docs".length);
			return swaggerFiles(req, res, next);
		}
		if (path.startsWith("/api/") || path.startsWith("/media/")) return next();
		if (path === "/admin") return redirect(res, "/admin/");
		if (path.startsWith("/admin/")) return console(req, res, next);
		return mall(req, res, next);
	};
}

type Page = (req: IncomingMessage, res: ServerResponse, broker: ServiceBroker) => void;

const fixedPages: Record<string, Page> = {
	"/health/live": (_req, res) => json(res, 200, { status: "up" }),
	"/health/ready": (_req, res, broker) => {
		const health = readiness(broker);
		json(res, health.status === "up" ? 200 : 503, health);
	},
	"/api/v1/openapi.json": (req, res) => json(res, 200, openApi(originOf(req))),
	"/api/v1/docs": (_req, res) => {
		res.writeHead(200, {
			...pageHeaders,
			"Content-Type": "text/html; charset=utf-8",
			"Cache-Control": "no-cache",
		}).end(docsPage);
	},
	"/api/v1/docs/start.js": (_req, res) => {
		res.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8" }).end(docsScript);
	},
};

/** Each service that the mall is made of, up or down. */
export function readiness(broker: ServiceBroker) {
	const up = new Set(
		broker.registry
			.getServiceList({ onlyAvailable: true })
			.map((service: { name: string }) => service.name),
	);
	const services = Object.fromEntries(
		contracts.map(({ $ }) => [$.service, up.has($.service) ? "up" : "down"]),
	);
	const isUp = Object.values(services).every((state) => state === "up");
	return { status: isUp ? "up" : "down", services };
}

function json(res: ServerResponse, status: number, data: unknown) {
	res.writeHead(status, {
		"Content-Type": "application/json; charset=utf-8",
		"Cache-Control": "no-store",
		"X-Content-Type-Options": "nosniff",
		...(status === 503 && { "Retry-After": "2" }),
	}).end(JSON.stringify(data));
}

const redirect = (res: ServerResponse, location: string) => {
	res.writeHead(308, { Location: location }).end();
};

const originOf = (req: IncomingMessage) =>
	env.PUBLIC_URL || `http://${req.headers.host ?? "localhost"}`;

const docsPage = readFileSync(join(import.meta.dirname, "docs.html"), "utf8");
const docsScript = `window.onload = () => {
	SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#docs", deepLinking: true });
};
`;
