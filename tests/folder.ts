// All temporary folders of a run lie in one, which goes with its end: also what failed tests, killed
// malls and browsers have left.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function setup() {
	const outside = tmpdir();
	const folder = mkdtempSync(join(outside, "mall-tests-"));
	process.env.TMPDIR = folder;
	// Why: pictures of failed tests are looked at afterwards.
	process.env.PICTURES_DIR ??= join(outside, "mall-e2e-failed");
	return () => {
		process.env.TMPDIR = outside;
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	};
}
