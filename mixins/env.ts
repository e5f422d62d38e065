// The only reader of the environment. A malformed value, or an unknown name with one of our
// prefixes, stops the start with one clear line.
import { resolve } from "node:path";
import { BadEnvironment } from "./bad-environment.ts";
import { providersIn } from "./login-providers.ts";

export { BadEnvironment };

type Read<T> = (value: string, name: string) => T;

const text: Read<string> = (value) => value;
const whole =
	(min: number, max: number): Read<number> =>
	(value, name) => {
		const number = Number(value);
		if (/^\d+$/.test(value) && number >= min && number <= max) return number;
		throw new BadEnvironment(
			`${name} must be a whole number from ${min} to ${max}, not "${value}".`,
		);
	};
const oneOf =
	<const V extends readonly string[]>(...values: V): Read<V[number]> =>
	(value, name) => {
		const found = values.find((known) => known === value);
		if (found !== undefined) return found;
		throw new BadEnvironment(`${name} must be one of ${values.join(", ")}, not "${value}".`);
	};
const address: Read<string> = (value, name) => {
	if (URL.canParse(value) && /^https?:/.test(value)) return value.replace(/\/$/, "");
	throw new BadEnvironment(`${name} must be an http(s) address, not "${value}".`);
};

const mailServer: Read<string> = (value, name) => {
	if (URL.canParse(value) && /^smtps?:/.test(value)) return value;
	throw new BadEnvironment(`${name} must be an smtp or smtps address.`);
};

const names: Read<string> = (value, name) => {
	if (/^[a-z]+(,[a-z]+)*$/.test(value)) return value;
	throw new BadEnvironment(`${name} must be names of services, as in "orders,payments".`);
};

/** The address of an engine, or several. Why it is not shown: there may be a password in it. */
const engine =
	(...schemes: string[]): Read<string> =>
	(value, name) => {
		const isKnown = schemes.some((scheme) => value.startsWith(`${scheme}://`));
		// Why: NATS repeats the scheme for each server of a list, MongoDB does not.
		const isAddress = (one: string) =>
			URL.canParse(one.includes("://") ? one : `${schemes[0]}://${one}`);
		if (isKnown && value.split(",").every(isAddress)) return value;
		throw new BadEnvironment(`${name} must be an address that begins with ${schemes[0]}://.`);
	};

/** Why it is not shown: the secret is in it. */
const bucket: Read<string> = (value, name) => {
	const { protocol, pathname } = URL.canParse(value)
		? new URL(value)
		: { protocol: "", pathname: "" };
	if (/^https?:$/.test(protocol) && /^\/[^/]/.test(pathname)) return value;
	throw new BadEnvironment(`${name} must be an address like https://KEY:SECRET@host/bucket.`);
};

const password: Read<string> = (value, name) => {
	if (value.length >= 10 && value.length <= 128) return value;
	throw new BadEnvironment(`${name} must have 10 to 128 characters.`);
};

/** 32 random bytes each, as `openssl rand -base64 32` makes them. */
const sealingKeys: Read<string> = (value, name) => {
	const isKey = (one: string) =>
		/^[\w+/-]{43}=?$/.test(one) && Buffer.from(one, "base64").some((byte) => byte !== 0);
	if (value.split(",").every(isKey)) return value;
	throw new BadEnvironment(`${name} must be keys of 32 bytes in base 64, with commas between.`);
};

const beginning =
	(...starts: string[]): Read<string> =>
	(value, name) => {
		if (starts.some((start) => value.startsWith(start))) return value;
		// Why: a secret in the wrong place is still a secret, so it is not shown.
		throw new BadEnvironment(`${name} must begin with ${starts.join(" or ")}.`);
	};

const variables = {
	NODE_ENV: [oneOf("development", "production", "test"), "development"],
	HOST: [text, "127.0.0.1"],
	PORT: [whole(0, 65_535), "3000"],
	DATA_DIR: [text, "./data"],
	PUBLIC_URL: [address, ""],
	TRUST_PROXY: [whole(0, 10), "0"],
	ADMIN_PASSWORD: [password, ""],
	SEALING_KEYS: [sealingKeys, ""],
	SERVICES: [names, ""],
	SEED: [oneOf("demo", "none"), "demo"],
	METRICS_PORT: [whole(0, 65_535), "0"],
	METRICS_HOST: [text, "127.0.0.1"],
	OTEL_EXPORTER_OTLP_ENDPOINT: [address, ""],
	TRACE_PERCENT: [whole(0, 100), "100"],
	LOG_FORMAT: [oneOf("text", "json"), "text"],
	LOG_LEVEL: [oneOf("trace", "debug", "info", "warn", "error", "fatal"), "warn"],
	RATE_LIMIT: [oneOf("on", "off"), "on"],
	REPL: [oneOf("on", "off"), "off"],
	EMBEDDED: [oneOf("allow", "default"), "default"],
	PAYMENT_TIMEOUT_SECONDS: [whole(1, 86_400), "1800"],
	NATS_URL: [engine("nats", "tls"), ""],
	MONGO_URL: [engine("mongodb", "mongodb+srv"), ""],
	ELASTICSEARCH_URL: [engine("http", "https"), ""],
	REDIS_URL: [engine("redis", "rediss"), ""],
	S3_URL: [bucket, ""],
	ENGINE_WAIT_SECONDS: [whole(1, 3_600), "60"],
	SMTP_URL: [mailServer, ""],
	SANDBOX_PAYMENTS: [oneOf("on", "off"), "on"],
	STRIPE_SECRET_KEY: [beginning("sk_", "rk_"), ""],
	STRIPE_PUBLISHABLE_KEY: [beginning("pk_"), ""],
	STRIPE_WEBHOOK_SECRET: [beginning("whsec_"), ""],
	STRIPE_CAPTURE: [oneOf("automatic", "manual"), "automatic"],
	STRIPE_API_URL: [address, ""],
} as const satisfies Record<string, readonly [Read<unknown>, string]>;

// Why the exception: Kubernetes tells every container of the services beside it, by such names.
const prefixes =
	/^(MALL|ENGINE|PAYMENT|RATE|SEALING|STRIPE|SANDBOX|SEED|SMTP|EMBEDDED|(METRICS|NATS|MONGO|ELASTICSEARCH|REDIS|S3)(?!_SERVICE|_PORT))_/;

type Env = { [K in keyof typeof variables]: ReturnType<(typeof variables)[K][0]> };

/** Reads and checks all variables. Throws `BadEnvironment` for the first that is wrong. */
export function readEnv(source: Record<string, string | undefined>): Env {
	for (const name of Object.keys(source)) {
		if (prefixes.test(name) && !(name in variables)) {
			throw new BadEnvironment(`${name} is not a variable of the mall. Is it misspelt?`);
		}
	}
	const isOnEngines = Boolean(source["NATS_URL"] || source["MONGO_URL"]);
	const entries = Object.entries(variables).map(([name, [read, initial]]) => {
		// Why: a shop that others share is not filled with demo goods unasked.
		const value = source[name] || (name === "SEED" && isOnEngines ? "none" : initial);
		return [name, value === "" ? "" : read(value, name)];
	});
	return refuseUnsafe(refuseHalf(Object.fromEntries(entries) as Env));
}

const stripeKeys = [
	"STRIPE_SECRET_KEY",
	"STRIPE_PUBLISHABLE_KEY",
	"STRIPE_WEBHOOK_SECRET",
] as const;

function refuseHalf(env: Env): Env {
	const missing = stripeKeys.filter((name) => !env[name]);
	if (missing.length === 0 || missing.length === stripeKeys.length) return env;
	throw new BadEnvironment(`Stripe needs all of its keys: ${missing.join(", ")} must be set.`);
}

const isEmbedded = (env: Env) => !(env.MONGO_URL && env.ELASTICSEARCH_URL && env.REDIS_URL);

/** What stands in manuals, and at the top of every list of passwords. */
const known =
	`1234567890 12345678910 0123456789 1q2w3e4r5t administrator admin12345 admin123456 adminadmin
	changeme123 change-me-now letmein123 micro-mall micromall123 password12 password123 password1234
	passw0rd123 qwertyuiop qwerty12345 secretsecret supersecret`.split(/\s+/);

const isKnown = (word: string) =>
	known.includes(word.toLowerCase()) || /^(.)\1+$/.test(word) || word.includes("CHANGE_ME");

function refuseUnsafe(env: Env): Env {
	if (env.NODE_ENV !== "production") return env;
	const unsafe = [
		isEmbedded(env) &&
			env.EMBEDDED !== "allow" &&
			"embedded stores need EMBEDDED=allow, or MONGO_URL, ELASTICSEARCH_URL and REDIS_URL",
		env.RATE_LIMIT === "off" && "RATE_LIMIT=off is for load tests",
		env.SANDBOX_PAYMENTS === "on" && "sandbox payments need SANDBOX_PAYMENTS=off",
		!env.ADMIN_PASSWORD && "ADMIN_PASSWORD must be set",
		isKnown(env.ADMIN_PASSWORD) && "ADMIN_PASSWORD is one that everybody tries",
		env.SEED === "demo" && "demo data needs SEED=none",
		/^.k_test_/.test(env.STRIPE_SECRET_KEY) && "STRIPE_SECRET_KEY is a test key",
		env.STRIPE_API_URL && "STRIPE_API_URL is for tests",
	].filter(Boolean);
	if (unsafe.length === 0) return env;
	throw new BadEnvironment(`NODE_ENV=production refuses to start: ${unsafe.join("; ")}.`);
}

export const env = readEnv(process.env);

/** Who else may vouch for a login. */
export const loginProviders = providersIn(process.env);

/** Where people reach the mall. */
export const publicOrigin = env.PUBLIC_URL || `http://localhost:${env.PORT}`;

/** Where everything that must last lies. */
export const dataDir = resolve(env.DATA_DIR);
