// What a release is: one image and one set of files on every node, told by a mark in the template of
// each. So every deployment has a revision for each release, and all go back together.
import { parseAllDocuments } from "yaml";

export interface Release {
	/** As in "1.4.2@2026-11-28T04:00:00Z"; no other has the same. */
	name: string;
	image: string;
}

export const mark = "mall/release";
/** As many as a deployment keeps revisions (k8s/base/_service). */
const kept = 10;

export function releaseOf(image: string, at: string): Release {
	const tag = /:([\w.-]+)$/.exec(image)?.[1];
	if (!tag || tag === "latest")
		throw new Error(`${image} must name its version, as in mall:1.4.2.`);
	return { name: `${tag}@${at}`, image };
}

interface Manifest {
	kind: string;
	metadata: { name: string };
	spec?: { template?: Template };
}
interface Template {
	metadata: { annotations?: Record<string, string> };
	spec: { containers: { image: string }[] };
}

/** What kustomize has made, with the image and the mark of a release, as one list for `kubectl apply`. */
export function released(manifests: string, { name, image }: Release) {
	const items = parseAllDocuments(manifests).map((document) => document.toJS() as Manifest);
	return {
		list: JSON.stringify({
			apiVersion: "v1",
			kind: "List",
			items: items.map((item) => (isNodes(item) ? marked(item) : item)),
		}),
		deployments: items.filter(isNodes).map(({ metadata }) => metadata.name),
	};

	function marked({ spec: { template, ...spec }, ...rest }: Nodes) {
		const annotations = { ...template.metadata.annotations, [mark]: name };
		const containers = template.spec.containers.map((one) => ({ ...one, image }));
		const metadata = { ...template.metadata, annotations };
		const pod = { ...template.spec, containers };
		return { ...rest, spec: { ...spec, template: { ...template, metadata, spec: pod } } };
	}
}

type Nodes = Manifest & { spec: { template: Template } };
const isNodes = (item: Manifest): item is Nodes => item.kind === "Deployment";

/** For `kubectl get replicasets -o jsonpath`: a line for each revision there is. */
export const revisionLines =
	'{range .items[*]}{.metadata.ownerReferences[0].name} {.metadata.annotations.deployment\\.kubernetes\\.io/revision} {.spec.template.metadata.annotations.mall/release}{"\\n"}{end}';
/** For `kubectl get deployments`: what each runs. */
export const runningLines =
	'{range .items[*]}{.spec.template.metadata.annotations.mall/release}{"\\n"}{end}';

/** The revision that each deployment had in a release. */
export function revisionsOf(lines: string, release: string): Map<string, string> {
	const found = lines.split("\n").map((line) => line.split(" "));
	return new Map(
		found.flatMap(([deployment, revision, of]) =>
			deployment && revision && of === release ? [[deployment, revision]] : [],
		),
	);
}

/** The releases that passed the gate, oldest first, with one more. */
export const withPassed = (passed: string[], name: string) =>
	[...passed.filter((one) => one !== name), name].slice(-kept);

/**
 * What to go back to: the one before what runs everywhere, or the last that passed when what runs never
 * did or differs between deployments.
 */
export function before(passed: string[], running: string[]): string | undefined {
	const [one, ...others] = new Set(running);
	const at = one === undefined || others.length > 0 ? -1 : passed.indexOf(one);
	return at < 0 ? passed.at(-1) : passed[at - 1];
}
