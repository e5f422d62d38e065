// The true Elasticsearch with its core only, as Elastic publishes it for integration tests.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { madeOnce, maven, programOf, startServer } from "./engine.ts";
import type { Command } from "./engine.ts";

const version = "8.19.21";
const artifact = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${version}:zip`;

const settings = [
	"network.host: 127.0.0.1",
	"discovery.type: single-node",
	"xpack.security.enabled: false",
	"cluster.routing.allocation.disk.threshold_enabled: false",
];

/** 850 MB of memory: only under a lock with other heavy work, and stopped soon. */
export function startElasticsearch() {
	const unpacked = madeOnce(`elasticsearch-${version}`, unpack);
	const home = join(unpacked, `elasticsearch-${version}`);
	const java = programOf("java", "apt-get install openjdk-17-jdk-headless");
	return startServer({
		scheme: "http",
		patienceMs: 120_000,
		command: (port, folder) => command({ home, java, port, folder }),
		isReady: (port) =>
			fetch(`http://127.0.0.1:${port}/_cluster/health?wait_for_status=yellow`)
				.then(({ ok }) => ok)
				.catch(() => false),
	});
}

function unpack(target: string) {
	const unzip = programOf("unzip", "apt-get install unzip");
	mkdirSync(target, { recursive: true });
	maven("dependency:copy", `-Dartifact=${artifact}`, `-DoutputDirectory=${target}`);
	execFileSync(unzip, ["-q", "-o", join(target, `elasticsearch-${version}.zip`), "-d", target]);
}

type Place = { home: string; java: string; port: number; folder: string };

function command({ home, java, port, folder }: Place): Command {
	const config = join(folder, "config");
	mkdirSync(join(folder, "tmp"));
	execFileSync("cp", ["-r", join(home, "config"), config]);
	const own = [`http.port: ${port}`, `path.data: ${folder}/data`, `path.logs: ${folder}/logs`];
	writeFileSync(join(config, "elasticsearch.yml"), [...settings, ...own, ""].join("\n"));
	const env = {
		ES_JAVA_HOME: dirname(dirname(execFileSync("readlink", ["-f", java]).toString().trim())),
		ES_JAVA_OPTS: "-Xms512m -Xmx512m",
		ES_PATH_CONF: config,
		ES_TMPDIR: join(folder, "tmp"),
	};
	if (process.getuid?.() !== 0)
		return { program: join(home, "bin", "elasticsearch"), args: [], env };
	return { ...asNobody(home, folder), env };
}

/** Elasticsearch refuses to run as root; nobody gets a copy, since root's cache is closed to them. */
function asNobody(home: string, folder: string) {
	const setpriv = programOf("setpriv", "apt-get install util-linux");
	execFileSync("cp", ["-r", home, join(folder, "home")]);
	execFileSync("chown", ["-R", "nobody:nogroup", folder]);
	letThrough(folder);
	const program = join(folder, "home", "bin", "elasticsearch");
	const args = ["--reuid=nobody", "--regid=nogroup", "--clear-groups", program];
	return { program: setpriv, args };
}

/** Lets others pass through the private temporary folders above. */
function letThrough(folder: string) {
	for (let at = folder; (statSync(at).mode & 0o001) === 0; at = dirname(at))
		chmodSync(at, statSync(at).mode | 0o011);
}
