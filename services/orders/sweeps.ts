// What time does to orders: unpaid ones end, those that nobody complains about are completed.
import { settings } from "#contracts/settings";
import { now } from "#mixins/clock";
import { callAsSystem } from "#mixins/service";
import { advance } from "./advance.ts";
import { expiring, receiving } from "./commands.ts";
import { settleAll } from "./effects.ts";
import { officeOf } from "./invoices/billing.ts";
import { finishGiven } from "./invoices/numbering.ts";
import { recover } from "./saga.ts";
import type { Caller } from "./saga.ts";
import type { Db } from "./stored.ts";

const batch = 100;
type Self = Parameters<typeof callAsSystem>[0] & Caller;
type Loop = { every(seconds: number, work: () => Promise<unknown>): void };

const seconds = { expire: 1, effects: 2, recover: 10, complete: 60 };

export function startLoops(self: Self & Loop, db: Db, warn: (text: string) => void) {
	self.every(seconds.expire, () => expireDue(self, db));
	self.every(seconds.effects, () => settleAll(self, db, warn));
	self.every(seconds.recover, () => recover(self, db));
	self.every(seconds.recover, () => finishGiven(officeOf(self, db)));
	self.every(seconds.complete, () => completeShipped(self, db));
}

async function expireDue(self: Self, db: Db) {
	const at = now();
	const query = { status: "pending_payment", expiresAt: { $lte: at } };
	const due = await db.orders.find({ query, sort: ["expiresAt"], limit: batch });
	const command = expiring(at);
	await Promise.all(due.map((from) => advance(self, db, { id: from.id, command, from })));
}

async function completeShipped(self: Self, db: Db) {
	const { autoConfirmDays } = await callAsSystem(self, settings.current);
	const before = new Date(Date.now() - autoConfirmDays * 86_400_000).toISOString();
	const query = { status: "shipped", shippedAt: { $lte: before } };
	const due = await db.orders.find({ query, sort: ["shippedAt"], limit: batch });
	const command = receiving({ by: "system", at: now() });
	await Promise.all(due.map((from) => advance(self, db, { id: from.id, command, from })));
}
