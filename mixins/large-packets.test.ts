import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Assembly, isPiece, pieces } from "./large-packets.ts";

describe("large packets", () => {
	const large = randomBytes(2_000_000);

	it("fit into NATS in pieces and are whole again, in whichever order these come", () => {
		const sent = pieces(large);
		const assembly = new Assembly();

		const taken = sent.toReversed().map((piece) => assembly.take(piece));

		expect(sent.every((piece) => isPiece(piece) && piece.length < 1_000_000)).toBe(true);
		expect(taken.slice(0, -1)).toEqual([undefined, undefined, undefined]);
		expect(taken.at(-1)?.equals(large)).toBe(true);
	});

	it("are kept apart, and a piece that comes twice counts once", () => {
		const other = randomBytes(600_000);
		const [one, two] = [pieces(large), pieces(other)];
		const assembly = new Assembly();

		const whole = [one[0]!, two[0]!, one[0]!, one[1]!, one[2]!, two[1]!, one[3]!]
			.map((piece) => assembly.take(piece))
			.filter((message) => message !== undefined);

		expect(whole.map((message) => message.length)).toEqual([600_000, 2_000_000]);
	});

	it("refuse a number of pieces that nobody sends", () => {
		const [piece] = pieces(large);
		piece!.writeUInt32BE(4_000_000_000, 16);

		expect(new Assembly().take(piece!)).toBeUndefined();
	});
});
