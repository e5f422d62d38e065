// What a release needs of the cluster: to be put there, to be waited for, to be gone back to.
import { kubectl } from "./kubectl.ts";
import { revisionLines, revisionsOf, runningLines } from "./release.ts";

const record = "mall-releases";
const ours = ["--selector", "app.kubernetes.io/name=micro-mall"];

/** A node gets a minute for its engines; a group of sixteen comes one by one. */
const rolloutTimeout = "--timeout=15m";

export const rendered = (overlay: string) => kubectl(["kustomize", `k8s/overlays/${overlay}`]);

export const put = (list: string) => kubectl(["apply", "--filename", "-"], list);

/** Resolves when every node is of its new template and ready. */
export async function rolledOut(deployments: string[]) {
	const status = (name: string) =>
		kubectl(["rollout", "status", `deployment/${name}`, rolloutTimeout]);
	await Promise.all(deployments.map(status));
}

/** The releases that passed, oldest first. */
export async function passedReleases(): Promise<string[]> {
	const get = ["get", "configmap", record, "--ignore-not-found"];
	const text = await kubectl([...get, "--output", "jsonpath={.data.passed}"]);
	return text.split("\n").filter(Boolean);
}

export async function remember(passed: string[]) {
	const metadata = { name: record };
	const data = { passed: passed.join("\n") };
	await put(JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata, data }));
}

export async function runningReleases(): Promise<string[]> {
	const lines = await kubectl([
		"get",
		"deployments",
		...ours,
		"--output",
		jsonpath(runningLines),
	]);
	return lines.split("\n").filter(Boolean);
}

/** Every deployment that was in the release is so again, with the settings it had then. */
export async function goBackTo(release: string) {
	const lines = await kubectl([
		"get",
		"replicasets",
		...ours,
		"--output",
		jsonpath(revisionLines),
	]);
	const revisions = revisionsOf(lines, release);
	if (revisions.size === 0) throw new Error(`the cluster keeps no revision of ${release}`);
	for (const [name, revision] of revisions)
		await kubectl(["rollout", "undo", `deployment/${name}`, `--to-revision=${revision}`]);
	await rolledOut([...revisions.keys()]);
}

const jsonpath = (lines: string) => `jsonpath=${lines}`;
