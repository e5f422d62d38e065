// What time does to orders: unpaid ones end, those that nobody complains about are completed.
import { settings } from "#contracts/settings";
import { now } from "#mixins/clock";
import { callAsSystem } from "#mixins/service";
import { advance } from "./advance.ts";
import { expiring, receiving } from "./commands.ts";
import type { Db } from "./stored.ts";

const batch = 100;
type Self = Parameters<typeof callAsSystem>[0];

export async function expireDue(self: Self, db: Db) {
	const at = now();
	const query = { status: "pending_payment", expiresAt: { $lte: at } };
	const due = await db.orders.find({ query, sort: ["expiresAt"], limit: batch });
	const command = expiring(at);
	await Promise.all(due.map((from) => advance(self, db, { id: from.id, command, from })));
}

export async function completeShipped(self: Self, db: Db) {
	const { autoConfirmDays } = await callAsSystem(self, settings.current);
	const before = new Date(Date.now() - autoConfirmDays * 86_400_000).toISOString();
	const query = { status: "shipped", shippedAt: { $lte: before } };
	const due = await db.orders.find({ query, sort: ["shippedAt"], limit: batch });
	const command = receiving({ by: "system", at: now() });
	await Promise.all(due.map((from) => advance(self, db, { id: from.id, command, from })));
}
