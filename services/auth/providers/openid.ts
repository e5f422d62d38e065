// OpenID Connect: the provider says where its doors are and signs who somebody is.
import * as oauth from "openid-client";
import { publicOrigin } from "#mixins/env";
import type { ProviderSettings } from "#mixins/login-providers";
import type { Attempt } from "./attempt.ts";
import { challengeOf, nearby, patience, redirectPath } from "./provider.ts";
import type { Provider } from "./provider.ts";

const keptMs = 60 * 60_000;
const toleranceSeconds = 60;

export function openIdProvider(settings: ProviderSettings): Provider {
	const discovered = remember(() => discover(settings));
	return {
		async askAt(attempt) {
			return oauth.buildAuthorizationUrl(await discovered(), {
				redirect_uri: publicOrigin + redirectPath(settings.key),
				scope: "openid email profile",
				...(await challengeOf(attempt)),
			});
		},
		async identify(answer, attempt) {
			const config = await discovered();
			const claims = await claimsOf(config, answer, attempt);
			const email = textOf(claims["email"]);
			return {
				subject: claims.sub,
				email: email || null,
				isEmailVerified: claims["email_verified"] === true,
				name: textOf(claims["name"]),
			};
		},
	};
}

function discover({ issuer, clientId, clientSecret, ...settings }: ProviderSettings) {
	const metadata = {
		client_secret: clientSecret,
		[oauth.clockTolerance]: toleranceSeconds,
	};
	return oauth.discovery(
		new URL(issuer),
		clientId,
		metadata,
		oauth.ClientSecretBasic(clientSecret),
		{
			execute: [
				oauth.enableNonRepudiationChecks,
				...nearby({ issuer, clientId, clientSecret, ...settings }),
			],
			timeout: patience,
		},
	);
}

async function claimsOf(config: oauth.Configuration, answer: URL, attempt: Attempt) {
	const tokens = await oauth.authorizationCodeGrant(config, answer, {
		pkceCodeVerifier: attempt.verifier,
		expectedState: attempt.state,
		expectedNonce: attempt.nonce,
		idTokenExpected: true,
	});
	const claims = tokens.claims();
	if (!claims) throw new Error("The provider gave no id token.");
	if (typeof claims["email"] === "string") return claims;
	const asked = await oauth.fetchUserInfo(config, tokens.access_token, claims.sub);
	return { ...asked, sub: claims.sub };
}

const textOf = (claim: unknown) => (typeof claim === "string" ? claim : "");

/** What was found out once serves for a while; what failed is tried again at once. */
function remember<T>(find: () => Promise<T>) {
	let found: { at: number; value: Promise<T> } | undefined;
	return () => {
		if (found && Date.now() - found.at < keptMs) return found.value;
		const value = find();
		found = { at: Date.now(), value };
		value.catch(() => (found = undefined));
		return value;
	};
}
