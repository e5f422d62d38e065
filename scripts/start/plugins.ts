// Plug-ins start after the mall, and what goes wrong in one stays in it: everything that it begins
// carries its name, so that an error which nobody catches is known for whose it is.
import { AsyncLocalStorage } from "node:async_hooks";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Context, Service, ServiceBroker, ServiceSchema } from "moleculer";
import { leftOut, plugins } from "#contracts/index";
import { pluginFolder } from "#contracts/plugins";

/** How long an action may take that says nothing else, and the stop of a plug-in. */
const patienceMs = 10_000;
const stopMs = 3_000;

/** Which plug-in is at work. */
const atWork = new AsyncLocalStorage<string>();

/** Opens the plug-ins among the chosen services. Nobody waits for them. */
export function openPlugins(broker: ServiceBroker, chosen: string[]) {
	const log = broker.getLogger("plugins");
	for (const { name, reason } of leftOut) log.error(`The plug-in ${name} is left out: ${reason}`);
	const own = plugins.filter(({ name }) => chosen.includes(name));
	if (own.length === 0) return;
	process.on("uncaughtException", survive(log.error.bind(log)));
	for (const { name } of own) {
		atWork
			.run(name, () => open(broker, name))
			.catch((error: unknown) => log.error(`The plug-in ${name} does not start`, error));
	}
}

async function open(broker: ServiceBroker, name: string) {
	const file = pathToFileURL(join(pluginFolder, name, `${name}.service.ts`)).href;
	const { default: schema } = (await import(file)) as { default: ServiceSchema };
	broker.createService(bounded(schema, name));
}

type Handler = (this: Service, ctx: Context) => unknown;
interface ActionSchema {
	handler: Handler;
}

/** The same service: its handlers run under its name and not for ever, nor does its stop. */
function bounded(schema: ServiceSchema, name: string): ServiceSchema {
	const actions = Object.entries(schema.actions ?? {}).map(([verb, action]) => {
		const { handler, ...rest } = action as unknown as ActionSchema;
		const run: Handler = function run(ctx) {
			return atWork.run(name, () => handler.call(this, ctx));
		};
		return [verb, { timeout: patienceMs, ...rest, handler: run }];
	});
	const stopped = schema.stopped as ((this: Service) => unknown) | undefined;
	return {
		...schema,
		actions: Object.fromEntries(actions),
		...(stopped && {
			async stopped(this: Service) {
				const wait = new Promise((enough) => setTimeout(enough, stopMs).unref());
				await Promise.race([stopped.call(this), wait]);
			},
		}),
	};
}

type Say = (line: string, error: unknown) => void;

/** What a plug-in does not catch is logged; anything else ends the process, as it does without us. */
const survive = (say: Say) => (error: Error, origin: string) => {
	const name = atWork.getStore();
	if (name) {
		say(`The plug-in ${name} did not catch this (${origin})`, error);
		return;
	}
	process.stderr.write(`${error?.stack ?? String(error)}\n`);
	process.exit(1);
};
