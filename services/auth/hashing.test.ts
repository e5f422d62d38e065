import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { HashingPool, hashPassword, isOutdated, isPassword } from "./hashing.ts";

describe("the hashing pool", () => {
	it("works at its width, and sends away who would wait too long", async () => {
		const pool = new HashingPool(1, 2);
		const gate = Promise.withResolvers<void>();
		const work = () => pool.run(() => gate.promise);
		const first = [work(), work(), work()];

		await expect(work()).rejects.toMatchObject({
			type: "LOGIN_QUEUE_FULL",
			code: 429,
			data: { seconds: 1 },
		});

		gate.resolve();
		await Promise.all(first);
		await expect(work()).resolves.toBeUndefined();
	});

	it("goes on after work that fails", async () => {
		const pool = new HashingPool(1);
		const fails = pool.run(() => Promise.reject(new Error("no")));

		await expect(fails).rejects.toThrow("no");
		await expect(pool.run(() => Promise.resolve(1))).resolves.toBe(1);
	});
});

describe("a hash", () => {
	it("is argon2id with today's parameters", async () => {
		const made = await hashPassword("a long enough password");

		expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(isOutdated(made)).toBe(false);
		expect(await isPassword(made, "a long enough password")).toBe(true);
		expect(await isPassword(made, "another password")).toBe(false);
	});

	it("is made anew when the parameters have changed", async () => {
		expect(isOutdated(await hash("x", { memoryCost: 8192, timeCost: 2 }))).toBe(true);
	});
});
