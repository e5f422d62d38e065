// A door that has just opened knows no keys yet, and many come at once.
import { generateKeyPairSync } from "node:crypto";
import jwt from "jsonwebtoken";
import type { ServiceBroker } from "moleculer";
import { describe, expect, it, vi } from "vitest";
import { auth } from "#contracts/auth";
import { audience, issuer } from "#mixins/tokens";
import { Identity } from "./identity.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const jwk = publicKey.export({ format: "jwk" });
const token = (kid = "k1") => {
	const claims = { sub: "u1", sid: "s1", iss: issuer, aud: audience };
	const options = { algorithm: "ES256", expiresIn: 900, keyid: kid } as const;
	return `Bearer ${jwt.sign(claims, privateKey, options)}`;
};
const person = { userId: "u1", kind: "customer", username: "ann", rights: [], isOpen: true };

/** A door, and how often it has asked for keys. */
function aDoor(keys: () => Promise<unknown>) {
	const asked = vi.fn(keys);
	const call = (name: string) =>
		name === auth.publicKeys.name ? asked() : Promise.resolve({ standing: person });
	return { door: new Identity({ call } as unknown as ServiceBroker), asked };
}

describe("a door that has just opened", () => {
	it("lets everybody in who comes while it asks for the keys, and asks once", async () => {
		const gate = Promise.withResolvers<unknown>();
		const { door, asked } = aDoor(() => gate.promise);

		const coming = [door.of(token()), door.of(token()), door.of(token())];
		gate.resolve([{ kid: "k1", jwk }]);

		expect((await Promise.all(coming)).map((who) => who?.id)).toEqual(["u1", "u1", "u1"]);
		expect(asked).toHaveBeenCalledOnce();
	});

	it("calls nobody's token bad while the keys are out of reach", async () => {
		const { door } = aDoor(() => Promise.reject(new Error("nobody answers")));

		const coming = await Promise.allSettled([door.of(token()), door.of(token())]);

		for (const { reason } of coming as PromiseRejectedResult[])
			expect(String(reason)).toContain("nobody answers");
	});

	it("does not ask again for each key that nobody knows", async () => {
		const { door, asked } = aDoor(async () => [{ kid: "k1", jwk }]);

		for (const kid of ["k2", "k3", "k4"])
			await expect(door.of(token(kid))).rejects.toMatchObject({ type: "NOT_SIGNED_IN" });

		expect(asked).toHaveBeenCalledOnce();
	});
});
