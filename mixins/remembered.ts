// Answers that a process may remember for a moment, by what the contract says: settings are asked for
// several times in each quote and order, and change once a month.
import type { Action } from "#contracts/schema";

interface Remembered {
	until: number;
	answer: Promise<unknown>;
}

const memories = new WeakMap<object, Map<string, Remembered>>();

const memoryOf = (broker: object) => {
	const memory = memories.get(broker) ?? new Map<string, Remembered>();
	memories.set(broker, memory);
	return memory;
};

/** The answer of a moment ago, or a new one. An action without parameters only. */
export function remembered(
	broker: object,
	{ name, rememberedMs = 0 }: Action,
	ask: () => Promise<unknown>,
): Promise<unknown> {
	const memory = memoryOf(broker);
	const kept = memory.get(name);
	if (kept && kept.until > Date.now()) return kept.answer;
	const answer = ask();
	memory.set(name, { until: Date.now() + rememberedMs, answer });
	answer.catch(() => memory.delete(name));
	return answer;
}

/** After a change: this process asks again at once, the others within the time of the contract. */
export function forget({ broker }: { broker: unknown }, ...actions: Action[]) {
	if (typeof broker !== "object" || !broker) return;
	for (const { name } of actions) memoryOf(broker).delete(name);
}
