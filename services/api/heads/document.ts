// The mall's index page with the head of the address that was asked for. It comes in any case:
// when a service is slow or down, with nothing but the shop's frame.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Errors } from "moleculer";
import { settings } from "#contracts/settings";
import type { Language } from "#contracts/schema";
import { publicOrigin } from "#mixins/env";
import { call } from "#mixins/service";
import type { FinishedBodies } from "../finished-bodies.ts";
import { languageOf } from "../request.ts";
import { headHtml } from "./head.ts";
import type { Head } from "./head.ts";
import { pageAt } from "./page-heads.ts";
import type { Asked } from "./page-heads.ts";
import { preloadsFor } from "./preloads.ts";
import type { Manifest } from "./preloads.ts";
import { titles } from "./words.ts";

const patienceMs = 1500;
const tags = ["catalogue", "content", "settings", "marketing"] as const;

export interface Paper {
	/** The built index page. */
	index: string;
	manifest: Manifest;
	headers: Record<string, string>;
	broker: { call(name: string, params: object, options: object): Promise<unknown> };
	bodies: FinishedBodies;
}

/** Serves the page at `path`. */
export function mallDocument(paper: Paper) {
	const { bodies, headers } = paper;
	return async (req: IncomingMessage, res: ServerResponse, path: string) => {
		const language = languageOf(req);
		const key = `page ${language} ${path}`;
		if (bodies.serve(req, res, key)) return;
		const stamp = bodies.stamp(tags);
		const about = await inTime(aboutPage(paper, path, language));
		if (!about && bodies.serveStale(req, res, key)) return;
		const body = Buffer.from(written(paper, path, { about, language }));
		const etag = `"${createHash("sha1").update(body).digest("base64url")}"`;
		const status = about?.head.status ?? 200;
		const finished = { body, etag, stamp, tags, isForGuests: false, headers, status };
		if (about && status === 200) bodies.keep(key, finished);
		bodies.send(req, res, finished);
	};
}

interface About {
	head: Head;
	shopName: string;
}

async function aboutPage({ broker }: Paper, path: string, language: Language) {
	const meta = { locale: language };
	const caller: Asked["caller"] = {
		broker,
		call: (name: string, params: object) => broker.call(name, params, { meta }),
	};
	const { page, slug } = pageAt(path);
	try {
		const shop = await call(caller, settings.shop, {});
		const asked = { slug, language, origin: publicOrigin, shop, caller };
		const head = await Promise.resolve(page.head(asked)).catch(missing(language));
		return { head, shopName: shop.name };
	} catch {
		// Why: the page works without it, and says itself what is out of reach.
		return undefined;
	}
}

/** What is not there, or has an impossible name, is not found; all else is our trouble. */
const missing =
	(language: Language) =>
	(thrown: unknown): Head => {
		const isRefusal = thrown instanceof Errors.MoleculerClientError;
		const isGone = isRefusal && [404, 422].includes(thrown.code);
		if (isGone) return { title: titles.notFound[language], status: 404 };
		throw thrown;
	};

function inTime(work: Promise<About | undefined>): Promise<About | undefined> {
	const { promise, resolve } = Promise.withResolvers<About | undefined>();
	const timer = setTimeout(resolve, patienceMs, undefined);
	void work.then(resolve).finally(() => clearTimeout(timer));
	return promise;
}

const defaultHead = /<!--head-->.*<!--\/head-->/s;

function written(
	{ index, manifest }: Paper,
	path: string,
	{ about, language }: { about: About | undefined; language: Language },
): string {
	const parts = [`src/pages/${pageAt(path).page.part}.vue`, `src/locales/${language}/finding.ts`];
	const preloads = preloadsFor(manifest, parts);
	const head = about && headHtml(about.head, { origin: publicOrigin, language, ...about });
	// Why functions: `$` in a text would be taken for a place in what is replaced.
	return index
		.replace('<html lang="en">', () => `<html lang="${language}">`)
		.replace(defaultHead, (whole) => [head ?? whole, ...preloads].join("\n\t\t"));
}
