// The ways in: a new account, and a name with its password.
import { audit } from "#contracts/audit";
import type { auth } from "#contracts/auth";
import type { Login } from "#contracts/auth";
import { carts } from "#contracts/carts";
import type { ParamsOf } from "#contracts/schema";
import { users } from "#contracts/users";
import type { User } from "#contracts/users";
import { newId } from "#mixins/clock";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts } from "./accounts.ts";
import { mailedTo } from "./addressing.ts";
import { checkLogin, newHash } from "./passwords.ts";
import { passSecondFactor } from "./second-factor.ts";
import { openSession } from "./sessions.ts";
import type { Opening } from "./sessions.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;
export type Warn = (text: string, error: unknown) => void;

/**
 * Hashes first, for that may be refused; then claims the names, stores the password, activates.
 * What dies in between lapses.
 */
export async function register(ctx: Ctx<Params<"register">>, accounts: Accounts, warn: Warn) {
	const { username, email, password } = ctx.params;
	const hash = await newHash(password, "password");

	const { id } = await call(ctx, users.claim, { username, email, kind: "customer" });
	const bare = { id, hash, epoch: 1, version: 1 };
	const { made, told } = mailedTo(bare, { id, email }, email);
	const credential = await accounts.credentials.insert(made, told);
	await call(ctx, users.activate, { id });
	return enter(ctx, accounts, { opening: credential, warn });
}

export async function logIn(ctx: Ctx<Params<"login">>, accounts: Accounts, warn: Warn) {
	const { login, password, totp: code } = ctx.params;
	const { person } = await call(ctx, users.find, { login });
	const credential = person && (await accounts.credentials.findById(person.id));

	const isWelcome = person?.status === "active";
	await checkLogin(ctx, accounts, { login, password, credential, isWelcome });

	// Why the second look: the compiler can't know that nobody comes in without a credential.
	if (!credential) throw new Error("A login without a credential came through.");
	const { id, epoch } = credential;
	const strength = await passSecondFactor(ctx, accounts, { id, code });
	return enter(ctx, accounts, { opening: { id, epoch, strength }, warn });
}

type Entering = { opening: Opening; warn: Warn };

export async function enter(
	ctx: Ctx,
	accounts: Accounts,
	{ opening, warn }: Entering,
): Promise<Login> {
	const token = await openSession(ctx, accounts, opening);
	await mergeCart(ctx, opening.id, warn);
	const user = await call(ctx, users.whole, { id: opening.id });
	await noteLogin(ctx, user);
	return { user, ...token };
}

/** Before anybody has the token, so that no log-in of staff is without its entry in the audit log. */
export async function noteLogin(ctx: Ctx, { id, kind }: Pick<User, "id" | "kind">) {
	if (kind !== "staff") return;
	await call(ctx, audit.note, { id: newId(), action: "auth.login", actor: { id }, target: null });
}

/** A cart that can't be merged now keeps its token and is merged at the next login. */
export async function mergeCart(ctx: Ctx, userId: string, warn: Warn) {
	const token = ctx.meta.cartToken;
	if (!token) return;
	try {
		await call(ctx, carts.merge, { token, userId });
	} catch (error) {
		// Why caught: nobody is kept out because of a cart.
		warn("A guest's cart was not merged, it stays as it is", error);
	}
}
