// What the mall wants of a provider of logins: where to send the browser, and who came back.
import * as oauth from "openid-client";
import type { Identity } from "#domain/linking";
import type { ProviderSettings } from "#mixins/login-providers";
import type { Attempt } from "./attempt.ts";

export interface Provider {
	/** Where the browser goes. */
	askAt(attempt: Attempt): Promise<URL>;
	/** Who it came back as; `answer` is the address it came back at, with the code. */
	identify(answer: URL, attempt: Attempt): Promise<Identity>;
}

/** Seconds that each question to a provider may take: a person waits. */
export const patience = 4;
export const redirectPath = (key: string) => `/api/v1/auth/oauth/${key}/callback`;

/** Plain HTTP is for providers on this machine only; the settings see to that. */
export const nearby = ({ issuer }: ProviderSettings) =>
	issuer.startsWith("http:") ? [oauth.allowInsecureRequests] : [];

export async function challengeOf({ state, nonce, verifier }: Attempt) {
	return {
		state,
		nonce,
		code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
		code_challenge_method: "S256",
	};
}

export const newSecrets = () => ({
	state: oauth.randomState(),
	nonce: oauth.randomNonce(),
	verifier: oauth.randomPKCECodeVerifier(),
});
