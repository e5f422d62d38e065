// How auth stores what it keeps of people, and its keys.
import { collection } from "#mixins/db";
import type {
	Asked,
	Attempts,
	Challenge,
	Credential,
	LoginOwner,
	StoredKey,
	StoredPasskey,
	StoredSession,
} from "./accounts.ts";
import type { KeptKeys } from "./keys.ts";

export const collections = {
	credentials: collection<Credential>(),
	logins: collection<LoginOwner>(),
	keys: collection<StoredKey>({ indexes: [["hash"], ["-createdAt"], ["userId"]] }),
	sessions: collection<StoredSession>({ indexes: [["userId", "-seenAt"], ["goneAt"]] }),
	attempts: collection<Attempts>({ indexes: [["at"]] }),
	asked: collection<Asked>({ indexes: [["at"]] }),
	passkeys: collection<StoredPasskey>({ indexes: [["userId", "createdAt"]] }),
	challenges: collection<Challenge>({ indexes: [["at"]] }),
	secrets: collection<KeptKeys>(),
};
