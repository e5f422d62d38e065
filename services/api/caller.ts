// Who calls an action, by what the request brings along.
import type { IncomingMessage } from "node:http";
import type { Action } from "#contracts/schema";
import type { Principal } from "#mixins/service";
import type { Identity } from "./identity.ts";

/** A login that is no good is refused also where none is needed: better than a guest's cart. */
export async function callerOf(
	identity: Identity,
	req: IncomingMessage,
	{ service, access }: Action,
): Promise<Principal | null> {
	if (service !== "auth" || access !== "public") {
		const user = await identity.of(req.headers.authorization);
		// Why: what is open to everybody is open to them as to a guest.
		return user?.mustSetUp && access === "public" ? null : user;
	}
	return identity.of(req.headers.authorization).catch((error: Error & { code?: number }) => {
		if (error.code === 401) return null;
		throw error;
	});
}
