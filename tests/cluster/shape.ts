// Which nodes a cluster of a run has.

export interface Shape {
	/** Services by the name of the group; each group runs on two nodes, unless it may not. */
	groups: Record<string, string>;
	/** Groups that there may be only one node of. */
	single: readonly string[];
	elasticsearch: boolean;
}

/** Ten processes. */
export const whole: Shape = {
	groups: {
		door: "api",
		buying: "orders,carts,payments,promotions",
		goods: "products,inventory,reviews,media,content",
		people: "auth,users,acl,audit,notifications",
		finding: "search,settings,analytics,jobs,system",
	},
	single: [],
	elasticsearch: true,
};

/** Five: the search index is in the memory of one. */
export const small: Shape = {
	groups: {
		door: "api",
		shop:
			"acl,analytics,audit,auth,carts,content,inventory,jobs,media,notifications,orders,payments," +
			"products,promotions,reviews,settings,system,users",
		search: "search",
	},
	single: ["search"],
	elasticsearch: false,
};

/** "buying 1", "buying 2" … */
export const nodesOf = ({ groups, single }: Shape): string[] =>
	Object.keys(groups).flatMap((group) =>
		single.includes(group) ? [`${group} 1`] : [`${group} 1`, `${group} 2`],
	);

export const groupOf = (node: string) => node.split(" ")[0] ?? "";
