// All services that keep something about people, and how they are asked: whoever declares
// `aboutPeople` in its contract takes part, the mall's own and plug-ins alike.
import type { Piece, Whom } from "#contracts/about-people";
import { aboutPeople } from "#contracts/about-people";
import { contracts } from "#contracts/index";
import type { Action } from "#contracts/schema";
import { call } from "#mixins/service";
import type { StoredUser } from "./people.ts";

type Caller = Parameters<typeof call>[0];

/** Without a proven address nobody is given, or loses, what a stranger did under it. */
export const whomOf = ({ id: userId, kind, email, emailVerified }: StoredUser): Whom => ({
	userId,
	kind,
	email: emailVerified ? email : null,
	mailbox: email,
});

/** The keepers' names, those of the mall first. */
export const keepers = contracts
	.filter(({ $ }) => "ownData" in $.actions && "forgetPerson" in $.actions)
	.map(({ $ }) => $.service);

const named = <P, R>(service: string, verb: keyof typeof aboutPeople): Action<P, R> => ({
	...aboutPeople[verb],
	service,
	name: `v1.${service}.${verb}`,
});

export async function* piecesOf(caller: Caller, keeper: string, whom: Whom): AsyncIterable<Piece> {
	const action = named<{ whom: Whom; after?: string }, Piece>(keeper, "ownData");
	for (let after: string | null | undefined; after !== null;) {
		const piece: Piece = await call(caller, action, { whom, ...(after && { after }) });
		yield piece;
		after = piece.next;
	}
}

/** False while one of them needs something of theirs still, or does not answer. */
export async function forgottenByAll(caller: Caller, { whom, warn }: Forgetting): Promise<boolean> {
	const answers: boolean[] = [];
	for (const keeper of keepers) {
		const action = named<{ whom: Whom }, { isDone: boolean }>(keeper, "forgetPerson");
		try {
			answers.push((await call(caller, action, { whom })).isDone);
		} catch (error) {
			// Why caught: the others forget them all the same; this one is asked again.
			warn(error);
			answers.push(false);
		}
	}
	return answers.every(Boolean);
}

interface Forgetting {
	whom: Whom;
	warn: (error: unknown) => void;
}
