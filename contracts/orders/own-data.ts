// What orders say of a buyer whose account ends, or who asks for a copy of what is theirs.
import { aboutPeople } from "../about-people.ts";
import { id, list, object, string } from "../schema.ts";

export const ownOrders = {
	unfinishedOf: {
		summary: "Numbers of somebody's orders whose goods or money are still on their way",
		access: "internal",
		params: object({ userId: id() }),
		returns: object({ numbers: list(string({ max: 40 }), { max: 20 }) }),
	},
	...aboutPeople,
} as const;
