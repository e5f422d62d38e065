/** A fresh key. Why not randomUUID: it exists on https and localhost only. */
export function newKey(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Gives one key to one request: a repeat of the same body keeps it, another body gets its own. */
export function keyring() {
	let body: string | undefined;
	let key = "";
	return {
		keyFor(params: unknown): string {
			const text = JSON.stringify(params) ?? "";
			if (text !== body) {
				body = text;
				key = newKey();
			}
			return key;
		},
		/** The request is done; the same body again is meant as another one. */
		done() {
			body = undefined;
		},
	};
}
