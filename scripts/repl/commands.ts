// The prompt's own commands, beside Moleculer's (`nodes`, `services`, `call`, …).
import type { ServiceBroker } from "moleculer";
import { formatMoney } from "#contracts/money";
import { jobs } from "#contracts/jobs";
import { orders } from "#contracts/orders";
import type { AdminOrder } from "#contracts/orders";
import { search } from "#contracts/search";
import { settings } from "#contracts/settings";
import { callAsSystem } from "#mixins/service";
import { leaving } from "#mixins/vitals";

interface Command {
	command: string;
	description: string;
	action(broker: ServiceBroker, args: unknown): Promise<void>;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

export const commands: Command[] = [
	{
		command: "order <number>",
		description: "Show an order by its number: state, money, goods, history",
		async action(broker, args) {
			const q = word(args, "number");
			const { shop } = await callAsSystem({ broker }, settings.current);
			const { items } = await callAsSystem({ broker }, orders.adminList, { q, pageSize: 1 });
			const order = items.find((one) => one.number.toLowerCase() === q.toLowerCase());
			say(order ? linesOf(order, shop.currency).join("\n") : `There is no order ${q}.`);
		},
	},
	{
		command: "reindex",
		description: "Build the search index anew, and show how far it is",
		async action(broker) {
			let job = await callAsSystem({ broker }, search.reindex);
			while (job.status === "running") {
				await new Promise((later) => setTimeout(later, 500));
				job = await callAsSystem({ broker }, jobs.get, { id: job.id });
				say(`${job.done} products`);
			}
			say(
				job.status === "done"
					? "The index is new."
					: "It failed. See the log of the search node.",
			);
		},
	},
	{
		command: "drain <node>",
		description: "Let a node finish what it began and leave",
		async action(broker, args) {
			const nodeID = word(args, "node");
			await broker.call(leaving, {}, { nodeID, timeout: 3_000 });
			say(`${nodeID} takes no more calls and leaves.`);
		},
	},
];

/** What stands at `<name>` of the command. */
function word(args: unknown, name: string): string {
	return typeof args === "object" && args !== null ? String(Reflect.get(args, name)) : "";
}

function linesOf(order: AdminOrder, currency: string): string[] {
	const { number, status, buyer, items, totals, payment, timeline } = order;
	const money = (amount: number) => formatMoney(amount, currency, "en");
	return [
		`${number}  ${status}  ${money(totals.total)}  paid ${money(payment.captured)}  refunded ${money(payment.refunded)}`,
		`  buyer  ${buyer.userId ?? "guest"}`,
		...items.map(({ sku, quantity, name }) => `  ${quantity} x ${sku}  ${name}`),
		...timeline.map(
			({ at, status: now, command, by }) => `  ${at}  ${command ?? now}  by ${by}`,
		),
	];
}
