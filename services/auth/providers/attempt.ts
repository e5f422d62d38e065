// A login that is under way at a provider. What must be the same when the browser comes back travels
// in a signed cookie of that browser: nobody else can finish what it began.
import { createHmac } from "node:crypto";
import jwt from "jsonwebtoken";
import { Compile } from "typebox/compile";
import { int, key, loose, nullable, string } from "#contracts/schema";
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

/** Who is vouched for and has to show a code yet. */
const Step = loose({ userId: string({ min: 1 }), epoch: int() });
type Step = Infer<typeof Step>;

const lasts = 600;
const issuer = "micro-mall";
const attempts = { audience: "login-attempt", checked: Compile(Attempt) };
const steps = { audience: "login-step", checked: Compile(Step) };

export const sealAttempt = (attempt: Attempt) => sealed(attempt, attempts.audience);
export const sealStep = (step: Step) => sealed(step, steps.audience);

/** Null when we never gave this out, or more than ten minutes ago. */
export function readAttempt(value: string | undefined): Attempt | null {
	const payload = opened(value, attempts.audience);
	return attempts.checked.Check(payload) ? payload : null;
}

export function readStep(value: string | undefined): Step | null {
	const payload = opened(value, steps.audience);
	return steps.checked.Check(payload) ? payload : null;
}

const sealed = (payload: object, audience: string) =>
	jwt.sign(payload, secret(), { audience, issuer, algorithm: "HS256", expiresIn: lasts });

function opened(value: string | undefined, audience: string): unknown {
	if (!value) return null;
	try {
		return jwt.verify(value, secret(), { audience, issuer, algorithms: ["HS256"] });
	} catch {
		return null;
	}
}

const secret = () =>
	createHmac("sha256", keys().refreshSecret).update("secret:login-attempt").digest();
