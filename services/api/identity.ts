// Who asks: the token is verified here, then the session's standing is looked up, so that a
// withdrawn right or an ended session counts at once here and within 2 s everywhere.
import type { KeyObject } from "node:crypto";
import { createHash, createPublicKey } from "node:crypto";
import type { ServiceBroker } from "moleculer";
import { LRUCache } from "lru-cache";
import { auth } from "#contracts/auth";
import type { Standing } from "#contracts/auth";
import { NOT_SIGNED_IN } from "#contracts/errors";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Principal } from "#mixins/service";
import { verifyToken } from "#mixins/tokens";

const standingSeconds = 2;

type Kept = { standing: (Standing & { keyId?: string }) | null };

export class Identity {
	#broker: ServiceBroker;
	#keys = new Map<string, KeyObject>();
	#standings = new LRUCache<string, Kept>({
		max: 50_000,
		ttl: standingSeconds * 1000,
	});
	/** Grows with each hint, so that an answer asked for before it is not kept after it. */
	#generation = 0;

	constructor(broker: ServiceBroker) {
		this.#broker = broker;
	}

	/** The person behind `Authorization`, null when there is none; 401 when it is no good. */
	async of(authorization: string | undefined): Promise<Principal | null> {
		if (authorization === undefined) return null;
		const token = /^Bearer ([\w.-]{1,4000})$/.exec(authorization)?.[1];
		if (token?.startsWith("mmk_")) return this.#keyHolder(token);
		const claims = token === undefined ? null : await this.#verified(token);
		if (!claims) return fail(NOT_SIGNED_IN);
		const standing = await this.#standingOf(claims.sid, () =>
			call(this.#broker, auth.standing, { sessionId: claims.sid }),
		);
		if (!standing?.isOpen || standing.userId !== claims.sub) return fail(NOT_SIGNED_IN);
		const { userId, kind, username, rights, mustSetUp } = standing;
		const person = { id: userId, kind, username, rights, sessionId: claims.sid };
		return mustSetUp ? { ...person, mustSetUp } : person;
	}

	/** Who made the key, with what it may do. The key itself goes no further than here. */
	async #keyHolder(token: string): Promise<Principal> {
		const hash = createHash("sha256").update(token).digest("base64url");
		const standing = await this.#standingOf(`key ${hash}`, () =>
			call(this.#broker, auth.keyStanding, { hash }),
		);
		if (!standing?.keyId) return fail(NOT_SIGNED_IN);
		const { userId, kind, username, rights, keyId } = standing;
		return { id: userId, kind, username, rights, keyId };
	}

	/** Drops what is kept of these people. */
	forget(userIds: string[] | "all") {
		this.#generation += 1;
		if (userIds === "all") return this.#standings.clear();
		const gone = new Set(userIds);
		for (const [id, { standing }] of this.#standings.entries()) {
			if (standing && gone.has(standing.userId)) this.#standings.delete(id);
		}
	}

	async #verified(token: string) {
		const claims = verifyToken(token, this.#keys);
		if (claims || !this.#isUnknownKey(token)) return claims;
		await this.#loadKeys();
		return verifyToken(token, this.#keys);
	}

	#isUnknownKey(token: string) {
		const kid = kidOf(token);
		return kid !== undefined && !this.#keys.has(kid);
	}

	#askKeysFrom = 0;
	#asked: Promise<void> | undefined;

	/**
	 * At most once a second: forged key ids must not become a load on auth. Who comes meanwhile waits
	 * for the same answer, or a door that just opened would take good tokens for bad ones.
	 */
	#loadKeys() {
		if (!this.#asked || Date.now() >= this.#askKeysFrom) {
			this.#askKeysFrom = Infinity;
			this.#asked = this.#askForKeys().finally(() => (this.#askKeysFrom = Date.now() + 1000));
		}
		return this.#asked;
	}

	async #askForKeys() {
		const keys = await call(this.#broker, auth.publicKeys);
		this.#keys = new Map(
			keys.map(({ kid, jwk }) => [kid, createPublicKey({ key: jwk, format: "jwk" })]),
		);
	}

	async #standingOf(id: string, ask: () => Promise<Kept>): Promise<Kept["standing"]> {
		const kept = this.#standings.get(id);
		if (kept) return kept.standing;
		const generation = this.#generation;
		const { standing } = await ask();
		if (generation === this.#generation) this.#standings.set(id, { standing });
		return standing;
	}
}

function kidOf(token: string): string | undefined {
	try {
		const header: unknown = JSON.parse(
			Buffer.from(token.split(".")[0] ?? "", "base64url").toString(),
		);
		if (typeof header === "object" && header !== null && "kid" in header) {
			return typeof header.kid === "string" ? header.kid : undefined;
		}
		return undefined;
	} catch {
		return undefined;
	}
}
