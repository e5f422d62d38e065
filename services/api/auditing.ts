// Every command of staff that changes something is noted in the audit log: before it is carried
// out, so that none is lost with a process, and again when it has ended.
import type { Service } from "moleculer";
import { audit } from "#contracts/audit";
import type { Action } from "#contracts/schema";
import { isRecord } from "#mixins/adapters/adapter";
import { newId } from "#mixins/clock";
import { call } from "#mixins/service";
import type { Principal } from "#mixins/service";

interface Command {
	action: Action;
	user: Principal | null | undefined;
	params: Record<string, unknown>;
	requestId: string;
}

type Door = Pick<Service, "broker" | "logger">;

/** Who shops pays nothing for it. */
export async function audited(
	door: Door,
	command: Command,
	run: () => Promise<unknown>,
): Promise<unknown> {
	const { action, user, params, requestId } = command;
	if (!user || !isAudited(action, user)) return run();
	const id = newId();
	const { sessionId, keyId } = user;
	const actor = { id: user.id, ...(sessionId && { sessionId }), ...(keyId && { keyId }) };
	await call(door, audit.begin, { id, action: action.name, actor, params, requestId });
	try {
		const answer = await run();
		await close(door, { id, outcome: "done", ...madeBy(answer) });
		return answer;
	} catch (error) {
		await close(door, { id, outcome: isRefusal(error) ? "refused" : "failed" });
		throw error;
	}
}

/** What needs a right or says so, and what staff do about their own log-in. */
function isAudited({ access, rest, service, audited }: Action, { kind }: Principal): boolean {
	if (rest?.startsWith("GET ")) return false;
	if (audited) return true;
	return access.includes(":") || (service === "auth" && kind === "staff" && !isRenewal(rest));
}

/** It happens by itself, every few minutes. */
const isRenewal = (rest: string | undefined) => rest === "POST /auth/renew";

type Ending = { id: string; outcome: "done" | "failed" | "refused"; made?: string };

async function close(door: Door, ending: Ending): Promise<void> {
	try {
		await call(door, audit.finish, ending);
	} catch (error) {
		// Why caught: it is done by now, and what was noted before becomes an entry by itself.
		door.logger.warn("The audit log was not told how a command has ended", error);
	}
}

/** What it answers may lie in an envelope, as an API key does beside its token. */
function madeBy(answer: unknown): { made?: string } {
	if (!isRecord(answer)) return {};
	const made = nameOf(answer) ?? Object.values(answer).filter(isRecord).map(nameOf).find(Boolean);
	return made === undefined ? {} : { made: made.slice(0, 200) };
}

const nameOf = (thing: Record<string, unknown>) =>
	[thing["id"], thing["key"], thing["sku"]].find((name) => typeof name === "string");

const isRefusal = (error: unknown) =>
	error instanceof Error && "code" in error && typeof error.code === "number" && error.code < 500;
