// A mall for tests: the true services on a temporary folder, without HTTP unless asked for.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context, ServiceBroker, ServiceSchema } from "moleculer";
import type { Action, ActionSpec, Contract, ParamsOf, ReturnsOf } from "#contracts/schema";
import type { Meta, Principal } from "#mixins/service";

// Why: the environment is read once, when mixins/env.ts is first imported.
process.env.NODE_ENV = "test";
process.env.PORT = "0";
process.env.SEED = "none";
process.env.RATE_LIMIT ||= "off";
process.env.LOG_LEVEL ||= "error";
process.env.DATA_DIR ||= mkdtempSync(join(tmpdir(), "mall-"));
process.env.ADMIN_PASSWORD ||= "correct-horse-battery";
const dataDir = process.env.DATA_DIR;

export interface TestMall {
	broker: ServiceBroker;
	/** Calls an action as somebody: a right or more, a customer's id, nobody. */
	call<P, R>(action: Action<P, R>, params?: P, meta?: Partial<Meta>): Promise<R>;
	stop(): Promise<void>;
}

/** Somebody with these rights. */
export const staff = (...rights: string[]): Partial<Meta> => ({
	user: { id: "staff-1", kind: "staff", username: "staff", rights } satisfies Principal,
});

/** A customer with this id. */
export const customer = (id: string): Partial<Meta> => ({
	user: { id, kind: "customer", username: id, rights: [] } satisfies Principal,
});

type AnyService = string | ServiceSchema;

/** Starts services by name (with their neighbours or stubs of them) on one broker. */
export async function start(services: AnyService[]): Promise<TestMall> {
	const { ServiceBroker } = await import("moleculer");
	const { default: options } = await import("../../moleculer.config.ts");
	const broker = new ServiceBroker({ ...options, nodeID: `test-${process.pid}-${++started}` });
	for (const service of services) broker.createService(await load(service));
	await broker.start();
	return {
		broker,
		call: (action, params, meta = {}) =>
			broker.call(action.name, params ?? {}, { meta }) as Promise<never>,
		stop: () => broker.stop(),
	};
}

let started = 0;

async function load(service: AnyService): Promise<ServiceSchema> {
	if (typeof service !== "string") return service;
	const module: unknown = await import(`../../services/${service}/${service}.service.ts`);
	return (module as { default: ServiceSchema }).default;
}

/** A neighbour that answers only what the test says; it implements the contract. */
export function stub<A extends Record<string, ActionSpec>>(
	{ $ }: { $: Contract<A> },
	answers: {
		[K in keyof A]?: (params: ParamsOf<A[K]>) => ReturnsOf<A[K]> | Promise<ReturnsOf<A[K]>>;
	},
): ServiceSchema {
	return {
		name: $.service,
		version: $.version,
		actions: Object.fromEntries(
			Object.entries(answers).map(([verb, answer]) => [
				verb,
				{ handler: ({ params }: Context) => answer?.(params as never) },
			]),
		),
	};
}

/** Removes the temporary folder. Call it in the last `afterAll`. */
export const removeData = () => rmSync(dataDir, { recursive: true, force: true });
