// Which folder may import which. The architecture test enforces this table, the docs draw it.

export interface Layer {
	/** Other layers whose files it may import. */
	may: string[];
	/** Libraries it may import; `"any"` for those that may use what they need. */
	libraries: string[] | "any";
}

export const layers: Record<string, Layer> = {
	domain: { may: [], libraries: ["snowball-stemmers"] },
	contracts: { may: ["domain"], libraries: ["typebox"] },
	mixins: { may: ["contracts", "domain"], libraries: "any" },
	services: { may: ["mixins", "contracts", "domain"], libraries: "any" },
	"web-mall": { may: ["contracts"], libraries: "any" },
	"web-admin": { may: ["contracts"], libraries: "any" },
	tests: { may: ["services", "mixins", "contracts", "domain", "scripts"], libraries: "any" },
	scripts: { may: ["services", "mixins", "contracts", "domain"], libraries: "any" },
	bench: { may: ["services", "mixins", "contracts", "domain", "scripts"], libraries: "any" },
};
