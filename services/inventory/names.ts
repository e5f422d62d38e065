// Movements as staff see them: with the numbers of their orders and the names of who did them.
import type { Movement, NamedMovement } from "#contracts/inventory";
import { orders } from "#contracts/orders";
import { namesOf } from "#mixins/people";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";

const most = 100;

export async function named(ctx: Ctx, movements: Movement[]): Promise<NamedMovement[]> {
	const orderIds = distinct(movements.flatMap(({ orderId }) => orderId ?? []));
	// Why: what has moved is worth seeing without the numbers, when orders are away.
	const [known, names] = await Promise.all([
		orderIds.length > 0 ? call(ctx, orders.resolve, { ids: orderIds }).catch(() => []) : [],
		namesOf(
			ctx,
			movements.map(({ by }) => by),
		),
	]);
	const numbers = new Map(known.map(({ id, number }) => [id, number]));
	return movements.map((movement) => {
		const orderNumber = numbers.get(movement.orderId ?? "");
		const byName = names.get(movement.by);
		return { ...movement, ...(orderNumber && { orderNumber }), ...(byName && { byName }) };
	});
}

const distinct = (ids: string[]) => [...new Set(ids)].slice(0, most);
