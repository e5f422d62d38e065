import { setImmediate as soon } from "node:timers/promises";
import { stringify } from "csv-stringify";
import { describe, expect, it, vi } from "vitest";
import { BUSY } from "#contracts/errors";
import { Lane, Turns } from "./bulkheads.ts";
import { isError } from "./errors.ts";

async function* rows(count: number) {
	for (let row = 0; row < count; row += 1) {
		await soon();
		yield [String(row)];
	}
}
const textOf = async (stream: NodeJS.ReadableStream) => {
	let text = "";
	for await (const piece of stream) text += String(piece);
	return text;
};
const isBusy = (work: () => unknown) => {
	try {
		work();
		return false;
	} catch (thrown) {
		return isError(thrown, BUSY);
	}
};

describe("a lane", () => {
	it("sends whole answers, and refuses what finds all places taken until one is free", async () => {
		const lane = new Lane(2);
		const [first] = [lane.stream(rows(3), stringify()), lane.stream(endless(), stringify())];

		expect(isBusy(() => lane.stream(rows(1)))).toBe(true);
		expect(await textOf(first!)).toBe("0\n1\n2\n");

		expect(await textOf(lane.stream(rows(2), stringify()))).toBe("0\n1\n");
	});

	it.each([
		["is not wanted any more", (lane: Lane) => lane.stream(endless(), stringify()).destroy()],
		["breaks", (lane: Lane) => lane.stream(broken(), stringify()).resume()],
	])("has the place of an answer again that %s", async (_how, begin) => {
		const lane = new Lane(1);
		begin(lane);

		await vi.waitFor(async () => expect(await textOf(lane.stream(rows(1)))).toBe("0"));
	});

	it("breaks off what nobody reads", async () => {
		const lane = new Lane(1, 20);
		const unread = lane.stream(endless(), stringify());
		const broken = new Promise((done) => unread.once("error", done));

		expect(String(await broken)).toContain("Nobody reads it");

		expect(await textOf(lane.stream(rows(1)))).toBe("0");
	});
});

/** More than any buffer takes. */
async function* endless() {
	for (;;) {
		await soon();
		yield ["x".repeat(10_000)];
	}
}

async function* broken() {
	yield ["0"];
	throw new Error("the store is gone");
}

describe("turns", () => {
	it("come one after the other, and whoever finds too many waiting is told so", async () => {
		const turns = new Turns(3);
		const gate = Promise.withResolvers<void>();
		const done: number[] = [];
		let atOnce = 0;
		const take = (number: number) =>
			turns.take({
				prepare: async () => number,
				async work() {
					atOnce += 1;
					expect(atOnce).toBe(1);
					await gate.promise;
					atOnce -= 1;
					done.push(number);
				},
			});

		expect(await Promise.all([take(1), take(2), take(3)])).toEqual([1, 2, 3]);
		await expect(take(4)).rejects.toSatisfy((thrown) => isError(thrown, BUSY));
		gate.resolve();
		await turns.over();
		await take(5);
		await turns.over();

		expect(done).toEqual([1, 2, 3, 5]);
	});

	it("leave no place taken by what could not be prepared", async () => {
		const turns = new Turns(1);
		const work = async () => {};
		const prepare = () => Promise.reject(new Error("no file"));

		await expect(turns.take({ prepare, work })).rejects.toThrow("no file");

		expect(await turns.take({ prepare: async () => 1, work })).toBe(1);
	});
});
