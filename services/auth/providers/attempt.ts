// A login that is under way at a provider. What must be the same when the browser comes back travels
// in a signed cookie of that browser: nobody else can finish what it began.
import { createHmac } from "node:crypto";
import jwt from "jsonwebtoken";
import { Compile } from "typebox/compile";
import { key, loose, nullable, string } from "#contracts/schema";
import type { Infer } from "#contracts/schema";
import { keys } from "../keys.ts";

const Attempt = loose({
	provider: key(),
	state: string({ min: 20 }),
	nonce: string({ min: 20 }),
	verifier: string({ min: 43 }),
	returnTo: string({ max: 1000 }),
	/** Who is logged in and links the login; null for who enters by it. */
	linkFor: nullable(loose({ userId: string(), sessionId: string() })),
});
export type Attempt = Infer<typeof Attempt>;

const lasts = 600;
const options = { audience: "login-attempt", issuer: "micro-mall" } as const;
const checked = Compile(Attempt);

export const sealAttempt = (attempt: Attempt) =>
	jwt.sign(attempt, secret(), { ...options, algorithm: "HS256", expiresIn: lasts });

/** Null when we never gave this out, or more than ten minutes ago. */
export function readAttempt(value: string | undefined): Attempt | null {
	if (!value) return null;
	try {
		const payload = jwt.verify(value, secret(), { ...options, algorithms: ["HS256"] });
		return checked.Check(payload) ? payload : null;
	} catch {
		return null;
	}
}

const secret = () =>
	createHmac("sha256", keys().refreshSecret).update("secret:login-attempt").digest();
