// What a browser says about a passkey, as the mall asks for it. The library comes when it is needed.
import type { AnswerOf, ParamsOf } from "#contracts/client";

export const knowsPasskeys = () => typeof window.PublicKeyCredential === "function";

/** Has the device make a passkey; fails when the person does not want to. */
export async function makePasskey(
	optionsJSON: AnswerOf<"auth.beginPasskey">,
): Promise<ParamsOf<"auth.addPasskey">["passkey"]> {
	const { startRegistration } = await import("@simplewebauthn/browser");
	const { id, response } = await startRegistration({ optionsJSON });
	const { clientDataJSON, attestationObject } = response;
	return { id, clientDataJSON, attestationObject };
}

export async function showPasskey(
	optionsJSON: AnswerOf<"auth.beginPasskeyLogin">,
): Promise<ParamsOf<"auth.passkeyLogin">["passkey"]> {
	const { startAuthentication } = await import("@simplewebauthn/browser");
	const { id, response } = await startAuthentication({ optionsJSON });
	const { clientDataJSON, authenticatorData, signature, userHandle } = response;
	return { id, clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) };
}

/** The person closed the device's question, or had no passkey for it. */
export const isDeclined = (thrown: unknown) =>
	thrown instanceof Error && ["NotAllowedError", "AbortError"].includes(thrown.name);
