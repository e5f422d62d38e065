// What the verification needs of a mall, wherever it runs.
import { audit } from "#contracts/audit";
import type { AuditCheck } from "#contracts/audit";
import { callAsSystem } from "#mixins/service";
import { startHere } from "../mall/in-process.ts";
import { signIn } from "../mall/over-http.ts";

export interface Mall {
	check(after: number): Promise<AuditCheck>;
	/** Of the entry with this number, null when there is none. */
	hashAt(seq: number): Promise<string | null>;
	close(): Promise<void>;
}

export async function mallAt(address: string, user: string): Promise<Mall> {
	const { ask } = await signIn(address, user);
	const check = (after: number) =>
		ask<AuditCheck>(`GET /admin/audit/verification?after=${after}`);
	return { check, hashAt: hashBy(check), close: () => Promise.resolve() };
}

export async function mallHere(): Promise<Mall> {
	const { broker, close } = await startHere([import("../../services/audit/audit.service.ts")]);
	const check = (after: number) => callAsSystem({ broker }, audit.check, { after });
	return { check, hashAt: hashBy(check), close };
}

const hashBy = (check: Mall["check"]) => async (seq: number) =>
	(await check(seq)).from?.hash ?? null;
