import fc from "fast-check";
import { expect, it } from "vitest";
import { framed, Frames } from "./socket-transporter.ts";

it("gets every packet back, however the stream is cut", () => {
	const packet = fc.record({
		topic: fc.string({ unit: "binary" }),
		data: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
	});
	fc.assert(
		fc.property(fc.array(packet), fc.integer({ min: 1, max: 50 }), (packets, size) => {
			const stream = Buffer.concat(packets.map(framed));
			const frames = new Frames();
			const got: typeof packets = [];
			for (let at = 0; at < stream.length; at += size)
				for (const { topic, data } of frames.take(stream.subarray(at, at + size)))
					got.push({ topic, data: Buffer.from(data) });

			expect(got).toEqual(packets);
		}),
	);
});
