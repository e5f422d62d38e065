// `npm run deploy -- <overlay> <image> --url <address>`: puts a release on the cluster that kubectl is
// set to, waits until the shop is open with it, and goes back to the last that was when it is not.
// `npm run rollback -- --url <address>`: goes back to the release before the one that runs.
import { parseArgs } from "node:util";
import {
	goBackTo,
	passedReleases,
	put,
	remember,
	rendered,
	rolledOut,
	runningReleases,
} from "./deploy/cluster.ts";
import { before, released, releaseOf, withPassed } from "./deploy/release.ts";
import { isOpen } from "./deploy/smoke.ts";

const usage = `npm run deploy -- <overlay> <image> --url <address> [--patience <seconds>]
npm run rollback -- --url <address> [--patience <seconds>]`;

interface Wish {
	url: string;
	patienceSeconds: number;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function deploy(overlay: string, image: string, { url, patienceSeconds }: Wish) {
	const release = releaseOf(image, new Date().toISOString());
	const { list, deployments } = released(await rendered(overlay), release);
	const passed = await passedReleases();
	say(`${release.name} goes to ${deployments.join(", ")}.`);
	try {
		await put(list);
		await rolledOut(deployments);
		await isOpen(url, patienceSeconds);
	} catch (error) {
		say(`${release.name} has failed: ${messageOf(error)}`);
		await goBack(passed.at(-1));
		throw new Error(`${release.name} was taken back.`, { cause: error });
	}
	await remember(withPassed(passed, release.name));
	say(`The shop is open with ${release.name}.`);
}

async function rollback({ url, patienceSeconds }: Wish) {
	const passed = await passedReleases();
	const target = before(passed, await runningReleases());
	await goBack(target);
	// Why: the next time it goes further back.
	await remember(passed.slice(0, passed.indexOf(target ?? "") + 1));
	await isOpen(url, patienceSeconds);
}

async function goBack(target: string | undefined) {
	if (target === undefined) throw new Error("there is no earlier release that passed.");
	say(`Going back to ${target} …`);
	await goBackTo(target);
	say(`All nodes are of ${target} again.`);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

try {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			url: { type: "string" },
			patience: { type: "string", default: "60" },
		},
	});
	const [verb, overlay = "", image = ""] = positionals;
	const { url = "", patience } = values;
	const wish = { url: url.replace(/\/$/, ""), patienceSeconds: Number(patience) };
	const isWhole = URL.canParse(url) && wish.patienceSeconds > 0;
	if (verb === "deploy" && isWhole && overlay && image) await deploy(overlay, image, wish);
	else if (verb === "rollback" && isWhole && !overlay) await rollback(wish);
	else throw new Error(`it is said as follows.\n${usage}`);
} catch (error) {
	process.stderr.write(`Not deployed: ${messageOf(error)}\n`);
	process.exit(1);
}
