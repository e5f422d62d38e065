// Which folder may import which. The architecture test enforces this table, the docs draw it.

export interface Layer {
	/** Other layers whose files it may import. */
	may: string[];
	/** Libraries it may import; `"any"` for those that may use what they need. */
	libraries: string[] | "any";
}

const everything = ["services", "mixins", "contracts", "domain", "scripts", "tests", "bench"];

export const layers: Record<string, Layer> = {
	domain: { may: [], libraries: ["snowball-stemmers"] },
	contracts: { may: ["domain"], libraries: ["typebox", "node"] },
	mixins: { may: ["contracts", "domain"], libraries: "any" },
	services: { may: ["mixins", "contracts", "domain"], libraries: "any" },
	plugins: { may: ["mixins", "contracts", "domain", "web-mall", "web-admin"], libraries: "any" },
	"web-mall": { may: ["contracts"], libraries: "any" },
	"web-admin": { may: ["contracts"], libraries: "any" },
	tests: { may: [...everything, "web-mall", "web-admin"], libraries: "any" },
	scripts: { may: everything, libraries: "any" },
	bench: { may: everything, libraries: "any" },
};
