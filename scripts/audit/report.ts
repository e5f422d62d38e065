// What the command says of the chain.
import type { AuditCheck } from "#contracts/audit";

export interface Anchor {
	seq: number;
	hash: string;
}

const reasons: Record<NonNullable<AuditCheck["broken"]>["reason"], string> = {
	altered: "was altered",
	missing: "is missing",
	truncated: "and what follows was cut off",
	unbacked: "has lost its details, though nobody was erased",
};

/** `120:5af3…`, as an earlier run has said it. */
export function anchorOf(text: string | undefined): Anchor | null {
	if (text === undefined) return null;
	const parts = /^(\d+):([0-9a-f]{64})$/.exec(text);
	if (!parts) throw new Error("--anchor is a number and a hash, such as 120:5af3…");
	return { seq: Number(parts[1]), hash: parts[2] ?? "" };
}

/** Only who kept the anchor elsewhere sees that the whole end, or the whole log, is another. */
export function brokenAnchor({ seq, hash }: Anchor, found: string | null): AuditCheck["broken"] {
	if (found === hash) return null;
	return { seq, id: null, reason: found === null ? "truncated" : "altered" };
}

export function report({ checked, scrubbed, broken, head }: AuditCheck): string {
	if (broken) {
		const name = broken.id === null ? "" : ` (${broken.id})`;
		return `BROKEN: entry ${broken.seq}${name} ${reasons[broken.reason]}.`;
	}
	const without = scrubbed === 0 ? "" : `, ${scrubbed} of them without details of erased people`;
	return [
		`The audit log holds: ${checked} entries${without}.`,
		`Keep this elsewhere, and give it as --anchor next time: ${head.seq}:${head.hash}`,
	].join("\n");
}
