// Pages that plug-ins bring along: plugins/<name>/mall.ts says what a page needs. A page stands at
// /more/<name>, its words below `plugins.<name>`.
import type { Component } from "vue";
import type { Router } from "vue-router";
import { teach } from "./i18n.ts";
import type { Language } from "./keeping.ts";
import type { Texts } from "./locales/sources.ts";

export interface MallPage {
	component: () => Promise<unknown>;
	needsLogin?: boolean;
	texts: Record<Language, Texts>;
}

const files = import.meta.glob<{ default: MallPage }>("../../plugins/*/mall.ts");

/** Why each by itself: one that can't be loaded must not keep the others away. */
export async function addPlugins(router: Router) {
	await Promise.allSettled(
		Object.entries(files).map(async ([file, load]) => {
			const name = file.split("/").at(-2) ?? "";
			add(router, name, (await load()).default);
		}),
	);
}

function add(router: Router, name: string, { component, needsLogin = false, texts }: MallPage) {
	const page = () => component() as Promise<Component>;
	const meta = { needsLogin };
	router.addRoute({ path: `/more/${name}`, name: `plugin-${name}`, component: page, meta });
	teach(name, texts);
}
