// Every command of staff that changes something is noted in the audit log: before it is carried
// out, so that none is lost with a process, and again when it has ended.
import type { Service } from "moleculer";
import { audit } from "#contracts/audit";
import type { Action } from "#contracts/schema";
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
	const actor = { id: user.id, ...(user.sessionId && { sessionId: user.sessionId }) };
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

/** What needs a right, and what staff do about their own log-in. */
function isAudited({ access, rest, service }: Action, { kind }: Principal): boolean {
	if (rest?.startsWith("GET ")) return false;
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

function madeBy(answer: unknown): { made?: string } {
	if (typeof answer !== "object" || answer === null) return {};
	const named = Object.entries(answer).find(([key]) => ["id", "key", "sku"].includes(key));
	return typeof named?.[1] === "string" ? { made: named[1].slice(0, 200) } : {};
}

const isRefusal = (error: unknown) =>
	error instanceof Error && "code" in error && typeof error.code === "number" && error.code < 500;
