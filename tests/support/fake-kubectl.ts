// A stand-in for kubectl and the cluster behind it: what `npm run deploy` asks of them, kept in a file.
// An image whose version begins with "broken" never becomes ready; one with "half" is refused midway.
import { readFileSync, renameSync, writeFileSync } from "node:fs";

interface Cluster {
	/** What each deployment runs, and its revision. */
	deployments: Record<string, { release: string; image: string; revision: number }>;
	/** Every revision that is kept. */
	sets: { deployment: string; release: string; image: string; revision: number }[];
	passed: string;
}

interface Item {
	kind: string;
	metadata: { name: string };
	data?: { passed: string };
	spec?: {
		template: {
			metadata: { annotations: Record<string, string> };
			spec: { containers: { image: string }[] };
		};
	};
}

const file = process.env.FAKE_CLUSTER ?? "";
const before = readFileSync(file, "utf8");
const cluster = JSON.parse(before) as Cluster;
const args = process.argv.slice(2).join(" ").replace("--namespace mall ", "");
const print = (text: string) => void process.stdout.write(text);

function refuse(complaint: string): never {
	keep();
	process.stderr.write(complaint);
	process.exit(1);
}

/** In one step: several are asked at once, and none may read half of it. */
function keep() {
	const after = JSON.stringify(cluster);
	if (after === before) return;
	writeFileSync(`${file}.${process.pid}`, after);
	renameSync(`${file}.${process.pid}`, file);
}

function becomes(deployment: string, release: string, image: string) {
	const revision = 1 + Math.max(0, ...cluster.sets.map((set) => set.revision));
	cluster.sets = cluster.sets.filter(
		(set) => set.deployment !== deployment || set.release !== release,
	);
	cluster.sets.push({ deployment, release, image, revision });
	cluster.deployments[deployment] = { release, image, revision };
}

function apply(item: Item) {
	if (item.kind === "ConfigMap" && item.data?.passed !== undefined)
		cluster.passed = item.data.passed;
	if (item.kind !== "Deployment" || !item.spec) return;
	const { metadata, spec } = item.spec.template;
	const image = spec.containers[0]?.image ?? "";
	becomes(item.metadata.name, metadata.annotations["mall/release"] ?? "", image);
	if (image.includes(":half")) refuse("the server is gone");
}

const [verb, what, name = ""] = args.split(" ");
const deployment = name.replace("deployment/", "");
if (verb === "kustomize") {
	const template = "{ metadata: { labels: {} }, spec: { containers: [{ image: micro-mall }] } }";
	const groups = ["mall-door", "mall-goods"];
	print(
		groups
			.map(
				(group) =>
					`kind: Deployment\nmetadata: { name: ${group} }\nspec: { template: ${template} }\n`,
			)
			.join("---\n"),
	);
} else if (verb === "apply") {
	const sent = JSON.parse(readFileSync(0, "utf8")) as Item & { items?: Item[] };
	for (const item of sent.items ?? [sent]) apply(item);
} else if (verb === "rollout" && what === "status") {
	const { image = "" } = cluster.deployments[deployment] ?? {};
	if (image.includes(":broken"))
		refuse(`deployment "${deployment}" exceeded its progress deadline`);
} else if (verb === "rollout" && what === "undo") {
	const wanted = Number(/--to-revision=(\d+)/.exec(args)?.[1]);
	const set = cluster.sets.find(
		(one) => one.deployment === deployment && one.revision === wanted,
	);
	if (!set) refuse("unable to find specified revision");
	becomes(deployment, set.release, set.image);
} else if (verb === "get" && what === "configmap") print(cluster.passed);
else if (verb === "get" && what === "deployments")
	print(
		Object.values(cluster.deployments)
			.map(({ release }) => `${release}\n`)
			.join(""),
	);
else if (verb === "get" && what === "replicasets")
	print(cluster.sets.map((set) => `${set.deployment} ${set.revision} ${set.release}\n`).join(""));
else refuse(`unknown: ${args}`);
keep();
