// Pages that plug-ins bring along: plugins/<name>/console.ts says what a page needs. A page stands at
// /plugins/<name>, its words below `plugins.<name>`.
import type { Component } from "vue";
import type { Router } from "vue-router";
import { teach } from "./i18n.ts";
import type { OwnTexts } from "./i18n.ts";
import { navigation } from "./navigation.ts";
import type { Language } from "./keeping.ts";

export interface ConsolePage {
	/** Of the menu: `work`, `catalogue`, `marketing` or `house`. */
	group: "work" | "catalogue" | "marketing" | "house";
	icon: Component;
	right: string;
	component: () => Promise<unknown>;
	/** `title` is its name in the menu. */
	texts: Record<Language, OwnTexts & { title: string }>;
}

const files = import.meta.glob<{ default: ConsolePage }>("../../plugins/*/console.ts");

/** Why each by itself: one that can't be loaded must not keep the others away. */
export async function addPlugins(router: Router) {
	await Promise.allSettled(
		Object.entries(files).map(async ([file, load]) => {
			const name = file.split("/").at(-2) ?? "";
			add(router, name, (await load()).default);
		}),
	);
}

function add(router: Router, name: string, { component, group, icon, right, texts }: ConsolePage) {
	const route = `plugin-${name}`;
	const page = () => component() as Promise<Component>;
	router.addRoute({ path: `/plugins/${name}`, name: route, component: page, meta: { right } });
	navigation.find(({ key }) => key === group)?.items.push({ name: route, icon });
	teach({
		en: { nav: { [route]: texts.en.title }, plugins: { [name]: texts.en } },
		zh: { nav: { [route]: texts.zh.title }, plugins: { [name]: texts.zh } },
	});
}
