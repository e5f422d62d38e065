// A true OpenID provider in the test's process (oidc-provider), with one person at its door, and a
// GitHub that knows the same person. Both can be told to fall silent or talk nonsense.
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { Provider } from "oidc-provider";

export interface Persona {
	/** A number, as GitHub has it. */
	sub: string;
	email: string;
	email_verified: boolean;
	name: string;
}

/** What the provider does instead of its work. */
export type Fault = "silence" | "nonsense" | "error";

export interface LoginProvider {
	issuer: string;
	/** Who logs in there from now on. */
	person: Persona;
	fault: Fault | null;
	/** Where it is faulty: at every address, or at those that hold this. */
	faultAt: string;
	stop(): Promise<void>;
}

export const client = { id: "mall", secret: "a-secret-between-mall-and-provider" };

let made = 0;
/** Somebody new there; the address is verified unless said. */
export function aPersona(change: Partial<Persona> = {}): Persona {
	const name = `outsider${process.pid}x${++made}`;
	return {
		sub: String(1000 + made),
		email: `${name}@example.com`,
		email_verified: true,
		name,
		...change,
	};
}

export async function startOpenId(port: number, mallOrigin: string): Promise<LoginProvider> {
	const issuer = `http://127.0.0.1:${port}`;
	const state = stateOf(issuer);
	const people = new Map<string, Persona>();
	const provider: Provider = new Provider(issuer, {
		clients: [
			{
				client_id: client.id,
				client_secret: client.secret,
				redirect_uris: [`${mallOrigin}/api/v1/auth/oauth/acme/callback`],
			},
		],
		claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
		cookies: { keys: [randomUUID()] },
		jwks: { keys: [aKey()] },
		ttl: { AccessToken: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_ctx, { uid }) => `/door/${uid}` },
		findAccount: (_ctx, sub) => ({
			accountId: sub,
			claims: async () => ({ ...(people.get(sub) ?? state.person) }),
		}),
		async loadExistingGrant({ oidc }) {
			const { session, client } = oidc;
			const grant = new provider.Grant({
				accountId: session?.accountId,
				clientId: client?.clientId,
			});
			grant.addOIDCScope("openid email profile");
			await grant.save();
			return grant;
		},
	});
	const handle = provider.callback();
	return listen(port, state, (req, res) => {
		const { sub } = state.person;
		const isAtDoor = req.url?.startsWith("/door/");
		if (isAtDoor) people.set(sub, state.person);
		void (isAtDoor
			? provider.interactionFinished(req, res, { login: { accountId: sub } })
			: handle(req, res));
	});
}

/** The few addresses of GitHub that a login needs; a code serves once, with its verifier's client. */
export async function startGitHub(port: number): Promise<LoginProvider> {
	const state = stateOf(`http://127.0.0.1:${port}`);
	const codes = new Map<string, Persona>();
	const tokens = new Map<string, Persona>();
	return listen(port, state, (req, res) => {
		const url = new URL(req.url ?? "/", state.issuer);
		const said = (status: number, body: unknown) =>
			res.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
		const known = tokens.get(req.headers.authorization?.replace("Bearer ", "") ?? "");
		if (url.pathname === "/login/oauth/authorize") {
			const code = randomUUID();
			codes.set(code, state.person);
			const back = new URL(url.searchParams.get("redirect_uri") ?? "");
			back.search = String(
				new URLSearchParams({ code, state: url.searchParams.get("state") ?? "" }),
			);
			res.writeHead(302, { Location: back.href }).end();
		} else if (url.pathname === "/login/oauth/access_token") {
			void textOf(req).then((text) => {
				const code = new URLSearchParams(text).get("code") ?? "";
				const person = codes.get(code);
				codes.delete(code);
				if (!person) return said(400, { error: "bad_verification_code" });
				const token = randomUUID();
				tokens.set(token, person);
				return said(200, { access_token: token, token_type: "bearer", scope: "user" });
			});
		} else if (!known) said(401, {});
		else if (url.pathname === "/api/v3/user")
			said(200, {
				id: Number(known.sub),
				login: known.name,
				name: known.name,
				avatar_url: "",
			});
		else if (url.pathname === "/api/v3/user/emails")
			said(200, [
				{ email: "other@example.com", primary: false, verified: true },
				{ email: known.email, primary: true, verified: known.email_verified },
			]);
		else said(404, {});
	});
}

type State = Omit<LoginProvider, "stop">;
const stateOf = (issuer: string): State => ({
	issuer,
	person: aPersona(),
	fault: null,
	faultAt: "",
});

type Handle = (req: IncomingMessage, res: ServerResponse) => void;

async function listen(port: number, state: State, handle: Handle): Promise<LoginProvider> {
	const server: Server = createServer((req, res) => {
		const isFaulty = state.fault && req.url?.includes(state.faultAt);
		if (!isFaulty) handle(req, res);
		else if (state.fault === "nonsense") res.writeHead(200).end("<html>It works!</html>");
		else if (state.fault === "error") res.writeHead(500).end("{}");
	});
	await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
	return Object.assign(state, {
		async stop() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	});
}

function aKey() {
	const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	return {
		...privateKey.export({ format: "jwk" }),
		use: "sig",
		alg: "RS256",
		kid: "one",
	} as never;
}

async function textOf(req: IncomingMessage): Promise<string> {
	let text = "";
	for await (const chunk of req) text += String(chunk);
	return text;
}
