// Where the browser lands: on a page of the mall or the console that takes the session by its refresh
// cookie, or says what went wrong. Nothing secret stands in the address.
import type { OutsideProblem } from "#domain/linking";
import { isOfConsole } from "#domain/own-path";
import type { Ctx } from "#mixins/service";

export interface Arrival {
	provider: string;
	returnTo: string;
	problem?: OutsideProblem;
}

export function goTo(ctx: Ctx, location: string) {
	ctx.meta.$responseHeaders = { Location: location, "Referrer-Policy": "no-referrer" };
}

export function arrive(ctx: Ctx, { provider, returnTo, problem }: Arrival) {
	const page = isOfConsole(returnTo) ? "/admin/signed-in" : "/signed-in";
	const query = new URLSearchParams({ next: returnTo, ...(problem && { problem, provider }) });
	goTo(ctx, `${page}?${query.toString()}`);
}
