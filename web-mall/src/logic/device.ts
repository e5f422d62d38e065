const browsers = [
	["Edg/", "Edge"],
	["OPR/", "Opera"],
	["Firefox/", "Firefox"],
	["Chrome/", "Chrome"],
	["Safari/", "Safari"],
] as const;
const systems = [
	["iPhone", "iPhone"],
	["iPad", "iPad"],
	["Android", "Android"],
	["Windows", "Windows"],
	["Mac OS", "macOS"],
	["Linux", "Linux"],
] as const;

/** `Firefox · Linux` out of what a browser says of itself; as it came when nothing is known. */
export function deviceName(device: string): string {
	const find = (table: readonly (readonly [string, string])[]) =>
		table.find(([mark]) => device.includes(mark))?.[1];
	return [find(browsers), find(systems)].filter(Boolean).join(" · ") || device;
}
