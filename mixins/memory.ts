// After long work (an import, a new index) a process holds much that nobody needs any more, and V8
// sees no reason to look for it while it idles.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collects garbage now. It stops this thread for some 50 ms per 100 MB: for the end of long work. */
export function giveMemoryBack() {
	setFlagsFromString("--expose-gc");
	const collect: unknown = runInNewContext("gc");
	if (typeof collect === "function") collect();
}
