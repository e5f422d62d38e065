// What is taken away on one node is refused by every other within two seconds, also when the hint
// that says so is lost: two whole nodes over a true NATS and one store, whose hints are dropped.
import { randomBytes } from "node:crypto";
import type { BrokerOptions, Middleware, ServiceBroker } from "moleculer";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { withServer } from "#tests/support/engines/available";
import type { TrueServer } from "#tests/support/engines/engine";
import { startMongo } from "#tests/support/engines/mongo";
import { startNats } from "#tests/support/engines/nats";
import { request } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import { aClerk, admin, expectBody, password } from "#tests/support/shop";
import type { Door } from "#tests/support/shop";

const services = ["acl", "audit", "auth", "users", "settings", "api"];
const hints = new Set(["access.old", "bodies.old"]);
const limitMs = 2_000;
let dropped = 0;

/** No hint leaves this node, nor arrives in it. */
const deaf: Middleware = {
	broadcast: (next: (name: string, ...more: unknown[]) => unknown) =>
		function broadcast(name: string, ...more: unknown[]) {
			if (!hints.has(name)) return next(name, ...more);
			dropped += 1;
			return Promise.resolve();
		},
} as unknown as Middleware;

await withServer("Two nodes", startServers, ({ stop }) => {
	describe("what is withdrawn on one node", () => {
		const brokers: ServiceBroker[] = [];
		let here: Door;
		let there: Door;
		let boss: string;

		async function open(): Promise<Door> {
			const { ServiceBroker: Broker } = await import("moleculer");
			const { default: options } = await import("../../moleculer.config.ts");
			const { portOf } = await import("#scripts/start/greet");
			const nodeID = `node-${randomBytes(4).toString("hex")}`;
			const middlewares = [...((options as BrokerOptions).middlewares ?? []), deaf];
			const broker = new Broker({ ...options, nodeID, middlewares });
			for (const service of services) {
				const module = await import(`../../services/${service}/${service}.service.ts`);
				broker.createService({ ...module.default });
			}
			await broker.start();
			brokers.push(broker);
			const origin = `http://127.0.0.1:${portOf(broker)}`;
			return { send: (route, send) => request(origin, route, send) };
		}

		beforeAll(async () => {
			here = await open();
			there = await open();
			const body = { login: "admin", password: process.env.ADMIN_PASSWORD };
			const logIn = () => here.send("POST /auth/login", { body });
			await vi.waitFor(async () => expect((await logIn()).status).toBe(200), {
				timeout: 30_000,
				interval: 200,
			});
			boss = await admin(here);
		}, 90_000);
		afterAll(async () => {
			await Promise.all(brokers.map((broker) => broker.stop()));
			await stop();
			removeData();
		});

		/** The other node knows the token; then it is taken away here. */
		async function expectRefused(token: string, status: number, take: () => Promise<unknown>) {
			const ask = () => there.send("GET /admin/users?pageSize=1", { token });
			expect((await ask()).status).toBe(200);
			const before = dropped;

			await take();
			const takenAt = performance.now();

			const late = { ms: 0 };
			await vi.waitFor(
				async () => {
					const askedMs = performance.now() - takenAt;
					const answer = await ask();
					if (answer.status === 200) late.ms = askedMs;
					expect(answer.status).toBe(status);
				},
				{ timeout: 30_000, interval: 20 },
			);
			expect(late.ms).toBeLessThanOrEqual(limitMs);
			expect(dropped).toBeGreaterThan(before);
		}

		const aColleague = async () => {
			const clerk = await aClerk(here, "users:read", "keys:write");
			const { user } = expectBody(await here.send("GET /auth/me", clerk));
			return { ...clerk, id: user.id as string, version: user.version as number };
		};
		const takeRole = ({ id, role }: { id: string; role: string }) =>
			here.send(`DELETE /admin/users/${id}/roles/${role}`, { token: boss });
		const disable = async ({ id }: { id: string }) => {
			const { version } = expectBody(
				await here.send(`GET /admin/users/${id}`, { token: boss }),
			);
			const body = { version, status: "disabled" };
			expectBody(await here.send(`PATCH /admin/users/${id}`, { token: boss, body }));
		};
		const aKey = async (token: string) => {
			const body = { name: "Warehouse", rights: ["users:read"], expiresInDays: 1 };
			return expectBody(await here.send("POST /admin/api-keys", { token, body }), 201);
		};

		it("is refused there within 2 s: a role", async () => {
			const clerk = await aColleague();
			await expectRefused(clerk.token, 403, () => takeRole(clerk));
		});

		it("is refused there within 2 s: a disabled account", async () => {
			const clerk = await aColleague();
			await expectRefused(clerk.token, 401, () => disable(clerk));
		});

		it("is refused there within 2 s: a session that is logged out", async () => {
			const { token } = await aColleague();
			await expectRefused(token, 401, () => here.send("POST /auth/logout", { token }));
		});

		it("is refused there within 2 s: every session before a new password", async () => {
			const { token } = await aColleague();
			const body = { currentPassword: password, newPassword: "another long password" };
			await expectRefused(token, 401, () => here.send("PUT /auth/password", { token, body }));
		});

		it("is refused there within 2 s: an API key", async () => {
			const { token, key } = await aKey(boss);
			const route = `DELETE /admin/api-keys/${key.id}`;
			await expectRefused(token, 401, () => here.send(route, { token: boss }));
		});

		it("is refused there within 2 s: an API key whose maker lost the role", async () => {
			const clerk = await aColleague();
			const { token } = await aKey(clerk.token);
			await expectRefused(token, 403, () => takeRole(clerk));
		});

		it("is refused there within 2 s: an API key whose maker is disabled", async () => {
			const clerk = await aColleague();
			const { token } = await aKey(clerk.token);
			await expectRefused(token, 401, () => disable(clerk));
		});
	});
});

async function startServers(): Promise<TrueServer> {
	const [mongo, nats] = await Promise.all([startMongo(), startNats()]);
	Object.assign(process.env, { MONGO_URL: `${mongo.url}/withdrawal`, NATS_URL: nats.url });
	const stop = async () => void (await Promise.all([mongo.stop(), nats.stop()]));
	return { ...mongo, stop };
}
