// A start that can't be says why in one line and exits with 1.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runMall, startMall } from "#tests/support/process";

const folder = mkdtempSync(join(tmpdir(), "mall-accidents-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function refusal(env: Record<string, string>) {
	const { child, output } = runMall({ DATA_DIR: join(folder, "data"), PORT: "0", ...env });
	const code = await new Promise((done) => child.once("exit", done));
	return { code, lines: output().trim().split("\n") };
}

describe("a start that can't be", () => {
	it.each([
		[{ PORT: "many" }, "PORT must be a whole number from 0 to 65535"],
		[{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of"],
		[{ PAYMENT_TIMEOUT: "5" }, "PAYMENT_TIMEOUT is not a variable of the mall"],
		[{ PUBLIC_URL: "shop" }, "PUBLIC_URL must be an http(s) address"],
		[{ NODE_ENV: "production" }, "NODE_ENV=production refuses to start"],
		[{ HOST: "203.0.113.7" }, "HOST 203.0.113.7 is not an address of this machine"],
	])("says so for %j", async (env, reason) => {
		const { code, lines } = await refusal(env);

		expect(code).toBe(1);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain(reason);
	});

	it("names a port that is taken", async () => {
		const other = createServer().listen(0, "127.0.0.1");
		await new Promise((done) => other.once("listening", done));
		const { port } = other.address() as AddressInfo;

		const { code, lines } = await refusal({ PORT: String(port) });

		other.close();
		expect({ code, lines }).toEqual({
			code: 1,
			lines: [expect.stringContaining(`port ${port} is in use`)],
		});
	});

	it("names a data folder that can't be used", async () => {
		const file = join(folder, "a-file");
		writeFileSync(file, "");

		const { code, lines } = await refusal({ DATA_DIR: join(file, "data") });

		expect({ code, lines }).toEqual({
			code: 1,
			lines: [expect.stringContaining("can't be read and written")],
		});
	});

	it.runIf(process.platform === "linux")(
		"does not try for ever to make a data folder where none can be",
		async () => {
			const { code, lines } = await refusal({ DATA_DIR: "/proc/mall/data" });

			expect({ code, lines }).toEqual({
				code: 1,
				lines: [expect.stringContaining("can't be read and written")],
			});
		},
	);

	it("refuses a second start on the same data, and takes over from a killed one", async () => {
		const dataDir = join(folder, "shared");
		const first = await startMall(dataDir);

		const second = await refusal({ DATA_DIR: dataDir });
		await first.end("SIGKILL");
		const third = await startMall(dataDir);
		await third.end();

		expect(second.code).toBe(1);
		expect(second.lines[0]).toContain(`another mall (process ${first.child.pid})`);
	});
});
