// How many argon2id verifications a second this machine does at a given width: the limit of logins.
import { hash, verify } from "@node-rs/argon2";

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const width = Number(process.argv[2] ?? 1);
const seconds = Number(process.argv[3] ?? 5);

const stored = await hash("correct horse battery", options);
let done = 0;
const until = performance.now() + seconds * 1000;
await Promise.all(
	Array.from({ length: width }, async () => {
		while (performance.now() < until) {
			await verify(stored, "correct horse battery", options);
			done += 1;
		}
	}),
);
process.stdout.write(String(done / seconds));
