// The whole mall behind its HTTP door, for flows: every service, a free port, a folder of its own.
import type { ServiceBroker, ServiceSchema } from "moleculer";
import "./mall.ts";

export interface Answer {
	status: number;
	headers: Headers;
	/** The parsed JSON, or the text. */
	body: any;
}

export interface Send {
	body?: unknown;
	headers?: Record<string, string>;
	/** A login's token. */
	token?: string;
}

export interface OpenMall {
	broker: ServiceBroker;
	origin: string;
	/** `send("POST /cart/items", { body, token })`; paths are below /api/v1 unless they begin with `//`. */
	send(route: string, options?: Send): Promise<Answer>;
	stop(): Promise<void>;
}

/** Opens the mall. `only` names the services to start beside the gateway. */
export async function openMall(only?: (string | ServiceSchema)[]): Promise<OpenMall> {
	const { ServiceBroker: Broker } = await import("moleculer");
	const { default: options } = await import("../../moleculer.config.ts");
	const { loadServices } = await import("#scripts/start/services");
	const { portOf } = await import("#scripts/start/greet");
	const broker = new Broker({ ...options, nodeID: `http-${process.pid}-${++opened}` });
	if (only) for (const service of [...only, "api"]) broker.createService(await load(service));
	else await loadServices(broker);
	await broker.start();
	if (!only) await administratorOf(broker);
	const origin = `http://127.0.0.1:${portOf(broker)}`;
	return {
		broker,
		origin,
		send: (route, send) => request(origin, route, send),
		stop: () => broker.stop(),
	};
}

let opened = 0;

/** Waits until somebody can log in. */
async function administratorOf(broker: ServiceBroker) {
	const { firstAdministrator } = await import("../../services/auth/first-administrator.ts");
	await firstAdministrator({ broker });
}

async function load(service: string | ServiceSchema): Promise<ServiceSchema> {
	if (typeof service !== "string") return service;
	const module: unknown = await import(`../../services/${service}/${service}.service.ts`);
	return (module as { default: ServiceSchema }).default;
}

export async function request(origin: string, route: string, send: Send = {}): Promise<Answer> {
	const [method = "GET", path = "/"] = route.split(" ");
	const { body, headers = {}, token } = send;
	const isRaw =
		typeof body === "string" || body instanceof Uint8Array || body instanceof FormData;
	const answer = await fetch(
		origin + (path.startsWith("//") ? path.slice(1) : `/api/v1${path}`),
		{
			method,
			redirect: "manual",
			...(body !== undefined && { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
			headers: {
				...(body !== undefined && !isRaw && { "Content-Type": "application/json" }),
				...(token && { Authorization: `Bearer ${token}` }),
				...headers,
			},
		},
	);
	const text = await answer.text();
	const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
	return {
		status: answer.status,
		headers: answer.headers,
		body: isJson && text !== "" ? JSON.parse(text) : text,
	};
}
