// Who else may vouch for a login, read from variables `OIDC_<NAME>_…`: any number of them. Google and
// GitHub need only what they gave the operator.
import { BadEnvironment } from "./bad-environment.ts";

export interface ProviderSettings {
	key: string;
	label: string;
	/** GitHub knows OAuth 2 only: it gives no id token, who somebody is has to be asked. */
	speaks: "openid" | "github";
	issuer: string;
	clientId: string;
	clientSecret: string;
}

type Fields = Partial<Record<"ISSUER" | "CLIENT_ID" | "CLIENT_SECRET" | "LABEL", string>>;

const prepared: Record<string, Fields> = {
	google: { LABEL: "Google", ISSUER: "https://accounts.google.com" },
	github: { LABEL: "GitHub", ISSUER: "https://github.com" },
};

const pattern = /^OIDC_([A-Z][A-Z0-9]{0,29})_(ISSUER|CLIENT_ID|CLIENT_SECRET|LABEL)$/;

/** Throws `BadEnvironment` for the first variable that is wrong or missing. */
export function providersIn(source: Record<string, string | undefined>): ProviderSettings[] {
	const found = new Map<string, Fields>();
	for (const [name, value] of Object.entries(source)) {
		if (!name.startsWith("OIDC_") || !value) continue;
		const [, provider, field] = pattern.exec(name) ?? [];
		if (!provider || !field)
			throw new BadEnvironment(`${name} is not a variable of the mall. Is it misspelt?`);
		const key = provider.toLowerCase();
		found.set(key, { ...prepared[key], ...found.get(key), [field]: value });
	}
	const isProduction = source["NODE_ENV"] === "production";
	return [...found].map(([key, fields]) => settingsOf(key, fields, isProduction));
}

function settingsOf(key: string, fields: Fields, isProduction: boolean): ProviderSettings {
	const need = (field: keyof Fields) => {
		const value = fields[field];
		if (value) return value;
		throw new BadEnvironment(`OIDC_${key.toUpperCase()}_${field} must be set.`);
	};
	return {
		key,
		label: (fields.LABEL ?? key).slice(0, 40),
		speaks: key === "github" ? "github" : "openid",
		issuer: issuerOf(key, need("ISSUER"), isProduction),
		clientId: need("CLIENT_ID"),
		clientSecret: need("CLIENT_SECRET"),
	};
}

/** Without encryption only on this very machine, for tests. */
function issuerOf(key: string, value: string, isProduction: boolean): string {
	const { protocol, hostname } = URL.canParse(value) ? new URL(value) : { protocol: "" };
	const isNear = ["127.0.0.1", "localhost"].includes(hostname ?? "") && !isProduction;
	if (protocol === "https:" || (protocol === "http:" && isNear)) return value.replace(/\/$/, "");
	throw new BadEnvironment(`OIDC_${key.toUpperCase()}_ISSUER must be an https address.`);
}
