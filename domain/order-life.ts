// The order machine as one list, for whoever shows it.
import { givers, orderCommands, orderStates, transitions } from "./order-state.ts";
import type { CommandGiver, OrderCommand, OrderState } from "./order-state.ts";

export interface LifeStep {
	from: OrderState;
	command: OrderCommand;
	by: readonly CommandGiver[];
	/** The same state where the command changes something else. */
	to: OrderState;
}

export const lifeOfOrders: readonly LifeStep[] = orderStates.flatMap((from) =>
	orderCommands.flatMap((command) => {
		const to = transitions[from][command];
		return to ? [{ from, command, by: givers[command], to }] : [];
	}),
);
