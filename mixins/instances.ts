// `npm start -- --instances 2`: one start runs several processes on one machine and one data folder.
// Each is told on its command line which it is.
export interface Instance {
	/** From 1. The first one has what there may be only once: jobs and the search index. */
	number: number;
	of: number;
}

const found = /^--instance=(\d+)\/(\d+)$/;

export function instanceOf(args: readonly string[]): Instance | undefined {
	for (const arg of args) {
		const [, number, of] = found.exec(arg) ?? [];
		if (number && of) return { number: Number(number), of: Number(of) };
	}
	return undefined;
}

export const argumentOf = ({ number, of }: Instance) => `--instance=${number}/${of}`;

export const instance = instanceOf(process.argv);

const most = 64;

/** How many the operator wants; one, when nothing is said. */
export function instancesAsked(args: readonly string[]): number {
	const at = args.findIndex((arg) => arg === "--instances" || arg.startsWith("--instances="));
	if (at < 0) return 1;
	const said = args[at]?.split("=")[1] ?? args[at + 1] ?? "";
	const count = Number(said);
	if (Number.isInteger(count) && count >= 1 && count <= most) return count;
	throw new Error(`--instances takes a whole number from 1 to ${most}, not "${said}".`);
}
