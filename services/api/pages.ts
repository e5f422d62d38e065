// What the gateway serves beside the API: the two SPAs, the API's page, health.
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import sirv from "sirv";
import type { ServiceBroker } from "moleculer";
import { ownContracts } from "#contracts/index";
import { env, publicOrigin } from "#mixins/env";
import { openApi } from "./openapi.ts";
import type { FinishedBodies } from "./finished-bodies.ts";
import { mallDocument } from "./heads/document.ts";
import type { Manifest } from "./heads/preloads.ts";
import { isFileName, pathOf, spa } from "./spa.ts";
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
export function pages(broker: ServiceBroker, bodies: FinishedBodies): Serve {
	const mall = mallPages(broker, bodies);
	const console = consolePages();
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

function mallPages(broker: ServiceBroker, bodies: FinishedBodies): Serve {
	const folder = join(root, "dist/web-mall");
	const { file, indexHtml } = spa(folder, "", mallHeaders);
	const headers = { ...mallHeaders, "Content-Type": "text/html; charset=utf-8" };
	const document =
		indexHtml === undefined
			? undefined
			: mallDocument({
					index: indexHtml,
					manifest: manifestIn(folder),
					headers,
					broker,
					bodies,
				});
	return (req, res, next) => {
		if (file(req, res)) return;
		const path = pathOf(req);
		if (!document || isFileName(path)) next();
		else void document(req, res, path);
	};
}

function manifestIn(folder: string): Manifest {
	const path = join(folder, ".vite/manifest.json");
	return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

function consolePages(): Serve {
	const { file, index } = spa(join(root, "dist/web-admin"), "/admin", pageHeaders);
	return (req, res, next) => {
		if (file(req, res)) return;
		if (isFileName(pathOf(req)) || !index(req, res)) next();
	};
}

type Page = (req: IncomingMessage, res: ServerResponse, broker: ServiceBroker) => void;

const fixedPages: Record<string, Page> = {
	"/health/live": (_req, res) => json(res, 200, { status: "up" }),
	"/health/door": (_req, res, broker) => {
		const [status, said] = doorOf(broker);
		json(res, status, { status: said });
	},
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
	"/robots.txt": (_req, res) => {
		res.writeHead(200, {
			"Content-Type": "text/plain; charset=utf-8",
			"Cache-Control": "public, max-age=3600",
		}).end(robots);
	},
	"/api/v1/docs/start.js": (_req, res) => {
		res.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8" }).end(docsScript);
	},
};

/** Whether to send people to this door, whatever else is up or down. */
function doorOf({ started, servicesStarting }: ServiceBroker): [number, string] {
	if (started) return [200, "open"];
	// Why 404: to HAProxy a door that says so finishes what it has begun, and gets nothing new.
	return servicesStarting ? [503, "opening"] : [404, "leaving"];
}

/** Each service that the mall is made of, up or down. Why no plug-ins: it sells without them. */
export function readiness(broker: ServiceBroker) {
	const up = new Set(
		broker.registry
			.getServiceList({ onlyAvailable: true })
			.map((service: { name: string }) => service.name),
	);
	const services = Object.fromEntries(
		ownContracts.map(({ $ }) => [$.service, up.has($.service) ? "up" : "down"]),
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

/** What has nothing to be found: each also says so itself. */
const robots = [
	"User-agent: *",
	...[
		"/admin",
		"/account",
		"/cart",
		"/checkout",
		"/orders",
		"/login",
		"/register",
		"/search",
	].map((path) => `Disallow: ${path}`),
	`Sitemap: ${new URL("/sitemap.xml", publicOrigin).href}`,
	"",
].join("\n");

const docsPage = readFileSync(join(import.meta.dirname, "docs.html"), "utf8");
const docsScript = `window.onload = () => {
	SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#docs", deepLinking: true });
};
`;
