// A node that is told to stop: nobody is sent to it any more, its door closes, and what it has begun is
// finished while all its services are there to be asked. Moleculer would stop each that has nothing to
// do just then.
import { setTimeout as wait } from "node:timers/promises";
import type { Middleware } from "moleculer";
import { middleware } from "./middleware.ts";

const patienceMs = 10_000;
const lookMs = 20;

export const orderlyStop = (): Middleware =>
	middleware({
		async stopping(broker) {
			const door: object | undefined = broker.getLocalService("api");
			if (door && "shut" in door && typeof door.shut === "function") await door.shut();
			const deadline = Date.now() + patienceMs;
			while (broker.services.some(isBusy) && Date.now() < deadline) await wait(lookMs);
		},
	});

/** What Moleculer's tracking knows of it. */
const isBusy = (service: object) =>
	"_trackedContexts" in service &&
	Array.isArray(service._trackedContexts) &&
	service._trackedContexts.length > 0;
