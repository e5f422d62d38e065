import type { ConnectionOptions } from "nats";

/** Where NATS is and who we are there. Why: its client leaves names, passwords and tokens in addresses alone. */
export function natsAccess(url: string): ConnectionOptions {
	const servers = url.split(",").map((one) => new URL(one));
	const { username = "", password = "" } = servers.find(({ username }) => username) ?? {};
	const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
	const known = pass ? { user, pass } : { token: user };
	return { servers: servers.map(({ host }) => host), ...(user && known) };
}
