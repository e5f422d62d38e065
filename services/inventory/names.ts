// Movements as staff see them: with the numbers of their orders and the names of who did them.
import type { Movement, NamedMovement } from "#contracts/inventory";
import { orders } from "#contracts/orders";
import { users } from "#contracts/users";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";

const nobody: ReadonlySet<string> = new Set(["guest", "system"]);
const most = 100;

export async function named(ctx: Ctx, movements: Movement[]): Promise<NamedMovement[]> {
	const orderIds = distinct(movements.flatMap(({ orderId }) => orderId ?? []));
	const people = distinct(movements.map(({ by }) => by).filter((by) => !nobody.has(by)));
	// Why: what has moved is worth seeing without the names, when orders or people are away.
	const [known, persons] = await Promise.all([
		orderIds.length > 0 ? call(ctx, orders.resolve, { ids: orderIds }).catch(() => []) : [],
		people.length > 0 ? call(ctx, users.resolve, { ids: people }).catch(() => []) : [],
	]);
	const numbers = new Map(known.map(({ id, number }) => [id, number]));
	const names = new Map(
		persons.map(({ id, displayName, username }) => [id, displayName || username]),
	);
	return movements.map((movement) => {
		const orderNumber = numbers.get(movement.orderId ?? "");
		const byName = names.get(movement.by);
		return { ...movement, ...(orderNumber && { orderNumber }), ...(byName && { byName }) };
	});
}

const distinct = (ids: string[]) => [...new Set(ids)].slice(0, most);
