import { setTimeout as wait } from "node:timers/promises";
import {
	MongoBulkWriteError,
	MongoNetworkError,
	MongoNotConnectedError,
	MongoServerError,
	MongoServerSelectionError,
	MongoTopologyClosedError,
} from "mongodb";
import { DuplicateKey, StoreDown } from "./adapter.ts";

const isDown = [
	MongoNetworkError,
	MongoServerSelectionError,
	MongoNotConnectedError,
	MongoTopologyClosedError,
];
const duplicateKey = 11_000;

/** What MongoDB answers, or its complaint in the words of every store. */
export async function spoken<T>(answer: Promise<T>): Promise<T> {
	try {
		return await answer;
	} catch (error) {
		throw translated(error);
	}
}

/** How long a read is asked anew while the server is away. Its caller waits 3 s. */
const readMs = 2_000;
const gapMs = 100;

/** The same for a question that changes nothing: a short absence is waited for. */
export async function spokenAtLast<T>(ask: () => Promise<T>): Promise<T> {
	for (const until = performance.now() + readMs; ;) {
		try {
			return await spoken(ask());
		} catch (error) {
			if (!(error instanceof StoreDown) || performance.now() > until) throw error;
			await wait(gapMs);
		}
	}
}

function translated(error: unknown): unknown {
	if (isDown.some((kind) => error instanceof kind)) return new StoreDown(error as Error);
	// Why: a line that breaks while the driver writes to it is told in the words of the system.
	if (error instanceof Error && "syscall" in error) return new StoreDown(error);
	if (!(error instanceof MongoServerError)) return error;
	// Why: a new primary is being chosen; the driver has tried it again once already.
	if (error.hasErrorLabel("RetryableWriteError")) return new StoreDown(error);
	return error.code === duplicateKey ? new DuplicateKey(keyOf(error)) : error;
}

/** Indexes are named by their fields. */
function keyOf({ message }: Error): string {
	const index = /index: (?:\S*\$)?(\S+)/.exec(message)?.[1] ?? "";
	return index === "_id_" ? "_id" : index;
}

/** They are inserted in order, until one fails. */
export function firstFailed(error: unknown): number {
	if (!(error instanceof MongoBulkWriteError)) return 0;
	const [failed] = [error.writeErrors].flat();
	return failed?.index ?? 0;
}
