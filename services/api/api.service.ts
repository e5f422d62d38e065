// The gateway: moleculer-web, with its routes out of the contracts.
import ApiGateway from "moleculer-web";
import type { ServiceSchema } from "moleculer";
import type { CacheTag } from "#contracts/schema";
import { env } from "#mixins/env";
import {
	aliases,
	callAction,
	Door,
	pathAsAction,
	prepare,
	receive,
	refuse,
	resolveAlias,
} from "./gateway.ts";
import type { Gateway, Request } from "./gateway.ts";
import { measured } from "./measured.ts";
import { guardHeads } from "./patience.ts";
import { openWindows } from "./windows.ts";

const schema = {
	name: "api",
	mixins: [ApiGateway],

	settings: {
		ip: env.HOST,
		port: env.PORT,
		logRequest: null,
		logResponse: null,
		logRouteRegistration: null,
		requestTimeout: 0,
		routes: [
			{
				path: "/",
				mappingPolicy: "restrict",
				mergeParams: false,
				bodyParsers: false,
				logging: false,
				aliases,
				onBeforeCall(this: Gateway, _ctx: unknown, _route: unknown, req: Request) {
					return prepare.call(this, req);
				},
			},
		],
	},

	actions: { listAliases: false, addRoute: false, removeRoute: false },

	events: {
		"bodies.old"(this: Gateway, { params }: { params: { tag: CacheTag } }) {
			this.door.bodies.drop(params.tag);
			if (params.tag === "settings") void this.door.rest.look();
		},
		"access.old"(this: Gateway, { params }: { params: { userIds: string[] | "all" } }) {
			this.door.identity.forget(params.userIds);
		},
	},

	methods: {
		/** Takes no more requests; comes to its end with the last that is under way. */
		shut(this: Gateway): Promise<void> {
			// Why: an idle keep-alive connection would hold the stop up until it times out.
			setTimeout(() => this.server.closeAllConnections(), 8_000).unref();
			return new Promise((done) => {
				this.server.close(() => done());
				this.server.closeIdleConnections();
			});
		},
		httpHandler: measured(receive),
		parseQueryString: pathAsAction,
		resolveAlias,
		callAction,
		sendError: refuse,
		errorHandler: refuse,
	},

	created(this: Gateway) {
		this.door = new Door(this.broker);
		this.server.keepAliveTimeout = 60_000;
		guardHeads(this.server);
	},

	async started(this: Gateway) {
		this.door.rest.start();
		this.broker.localBus.once("$broker.started", () => void this.door.rest.look());
		this.door.windows = await openWindows(env.REDIS_URL, (line) => this.logger.warn(line));
	},

	stopped(this: Gateway) {
		this.door.rest.stop();
		void this.door.windows.close();
	},
};

export default schema as unknown as ServiceSchema;
