// A true server of the S3 protocol, over a folder: Versity's gateway.
import { mkdirSync } from "node:fs";
import { programOf, startServer } from "./engine.ts";
import type { TrueServer } from "./engine.ts";

const how = "go install github.com/versity/versitygw/cmd/versitygw@v1.8.0";
const key = "mall";
const secret = "a/secret+of:tests";

/** Its address is that of a bucket, with the key to it. */
export async function startS3(): Promise<TrueServer> {
	const program = programOf("versitygw", how);
	const server = await startServer({
		scheme: "http",
		command(port, folder) {
			mkdirSync(`${folder}/buckets/pictures`, { recursive: true });
			const place = ["--port", `127.0.0.1:${port}`];
			return {
				program,
				args: ["--access", key, "--secret", secret, ...place, "posix", `${folder}/buckets`],
			};
		},
		isReady: (port) =>
			fetch(`http://127.0.0.1:${port}/`).then(
				() => true,
				() => false,
			),
	});
	const access = `${key}:${encodeURIComponent(secret)}@`;
	return { ...server, url: `${server.url.replace("//", `//${access}`)}/pictures` };
}
