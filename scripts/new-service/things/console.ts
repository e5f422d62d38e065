// The page of the console: found by its build, shown in the menu to whoever has the right.
import { Puzzle } from "@lucide/vue";
import type { ConsolePage } from "#console/plugins.ts";

const page: ConsolePage = {
	group: "house",
	icon: Puzzle,
	right: "things:read",
	component: () => import("./ThingsPage.vue"),
	texts: {
		en: {
			title: "Things",
			new: "New entry",
			name: "Name",
			created: "Added",
			empty: "No entries yet",
			added: "{name} is added.",
			removeTitle: "Remove {name}?",
			removed: "{name} is removed.",
		},
		zh: {
			title: "Things",
			new: "新条目",
			name: "名称",
			created: "添加时间",
			empty: "还没有条目",
			added: "已添加 {name}。",
			removeTitle: "删除 {name}？",
			removed: "已删除 {name}。",
		},
	},
};

export default page;
