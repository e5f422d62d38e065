// GitHub, or a GitHub of one's own: OAuth 2 without an id token. Who somebody is, and which of their
// addresses are verified, is asked with the token, which is forgotten then.
import * as oauth from "openid-client";
import { Compile } from "typebox/compile";
import { boolean, int, list, loose, nullable, optional, string } from "#contracts/schema";
import { publicOrigin } from "#mixins/env";
import type { ProviderSettings } from "#mixins/login-providers";
import { challengeOf, nearby, patience, redirectPath } from "./provider.ts";
import type { Provider } from "./provider.ts";

const User = Compile(loose({ id: int(), name: optional(nullable(string({ max: 1000 }))) }));
const Emails = Compile(
	list(loose({ email: string({ max: 254 }), primary: boolean(), verified: boolean() }), {
		max: 1000,
	}),
);

export function gitHubProvider(settings: ProviderSettings): Provider {
	const { issuer, key } = settings;
	const api = issuer === "https://github.com" ? "https://api.github.com" : `${issuer}/api/v3`;
	const config = configure(settings);
	return {
		async askAt(attempt) {
			const { nonce: _, ...challenge } = await challengeOf(attempt);
			return oauth.buildAuthorizationUrl(config, {
				redirect_uri: publicOrigin + redirectPath(key),
				scope: "read:user user:email",
				...challenge,
			});
		},
		async identify(answer, { verifier, state }) {
			const checks = { pkceCodeVerifier: verifier, expectedState: state };
			const { access_token: token } = await oauth.authorizationCodeGrant(
				config,
				answer,
				checks,
			);
			const [user, emails] = await Promise.all([
				ask(config, token, `${api}/user`),
				ask(config, token, `${api}/user/emails`),
			]);
			if (!User.Check(user) || !Emails.Check(emails))
				throw new Error("GitHub said nonsense.");
			const { email, verified } = emails.find(({ primary }) => primary) ?? nobody;
			const subject = String(user.id);
			return { subject, email, isEmailVerified: verified, name: user.name ?? "" };
		},
	};
}

const nobody = { email: null, verified: false };

function configure(settings: ProviderSettings): oauth.Configuration {
	const { issuer, clientId, clientSecret } = settings;
	const config = new oauth.Configuration(
		{
			issuer,
			authorization_endpoint: `${issuer}/login/oauth/authorize`,
			token_endpoint: `${issuer}/login/oauth/access_token`,
		},
		clientId,
		clientSecret,
	);
	config.timeout = patience;
	for (const allow of nearby(settings)) allow(config);
	return config;
}

async function ask(config: oauth.Configuration, token: string, url: string): Promise<unknown> {
	const headers = new Headers({ Accept: "application/vnd.github+json" });
	const answer = await oauth.fetchProtectedResource(
		config,
		token,
		new URL(url),
		"GET",
		undefined,
		headers,
	);
	if (!answer.ok) throw new Error(`GitHub answered ${answer.status}.`);
	return answer.json();
}
