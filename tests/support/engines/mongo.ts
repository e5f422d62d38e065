// No mongod is packaged for this kind of machine: an independent server of its wire protocol stands
// in. It has no sessions, transactions and change streams, keeps all in memory, and scans.
import { join } from "node:path";
import { madeOnce, maven, programOf, startServer } from "./engine.ts";

const folder = join(import.meta.dirname, "mongo");

export function startMongo() {
	const java = programOf("java", "apt-get install openjdk-17-jdk-headless");
	const jars = madeOnce("mongo-java-server-1.47.0", (target) =>
		maven(
			"-f",
			join(folder, "pom.xml"),
			"dependency:copy-dependencies",
			`-DoutputDirectory=${target}`,
		),
	);
	return startServer({
		scheme: "mongodb",
		command: (port) => ({
			program: java,
			args: [
				"-Xmx256m",
				"-cp",
				join(jars, "*"),
				join(folder, "MongoWire.java"),
				String(port),
			],
		}),
		isReady: (_port, output) => output.includes("ready"),
	});
}
