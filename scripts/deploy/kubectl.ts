import { spawn } from "node:child_process";

/** Where the mall is, in every overlay. */
const namespace = "mall";

/** Runs kubectl, given what it reads; answers what it prints. Throws with what it complains of. */
export async function kubectl(args: string[], input = ""): Promise<string> {
	const child = spawn("kubectl", ["--namespace", namespace, ...args]);
	let output = "";
	let complaint = "";
	child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
	// Why: it may end without having read, and says why itself.
	child.stdin.on("error", () => {});
	child.stdin.end(input);
	const code = await new Promise((done, failed) => {
		child.once("error", failed);
		child.once("close", done);
	});
	if (code !== 0) throw new Error(`kubectl ${args.slice(0, 3).join(" ")}: ${complaint.trim()}`);
	return output;
}
