import type { ServiceBroker } from "moleculer";

export async function seed(_broker: ServiceBroker, _say: (line: string) => void) {}
