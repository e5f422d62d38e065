// `npm start`: the whole mall in one process on embedded stores, in several with `--instances 2`. Says
// where it is, or in one line why it can't be.
try {
	// Why: a malformed variable throws on import, and belongs into the one clear line.
	const { instance, instancesAsked } = await import("#mixins/instances");
	const asked = instancesAsked(process.argv);
	if (asked > 1 && !instance) {
		const { openInstances } = await import("./start/instances.ts");
		await openInstances(asked);
	} else {
		const { open } = await import("./start/open.ts");
		await open();
	}
} catch (error) {
	const reason = error instanceof Error ? error.message : String(error);
	process.stderr.write(`The mall can't start: ${reason}\n`);
	process.exit(1);
}
