// Whether a shop is open, as people see it: asked again and again until it has been so for a while.

const roundsInARow = 5;

/** Throws, with the last thing that was wrong, when it does not become so within `patienceSeconds`. */
export async function isOpen(url: string, patienceSeconds: number) {
	const deadline = Date.now() + patienceSeconds * 1000;
	const pauseMs = (patienceSeconds * 1000) / 60;
	let good = 0;
	while (good < roundsInARow) {
		const wrong = await firstWrong(url);
		good = wrong ? 0 : good + 1;
		if (wrong && Date.now() > deadline) throw new Error(`the shop is not open: ${wrong}`);
		await new Promise((later) => setTimeout(later, pauseMs));
	}
}

/** What should be in an answer: every service is up, the catalogue is read, the pages are there. */
const expected = {
	"/health/ready": '"status":"up"',
	"/api/v1/products?pageSize=1": '"items":[',
	"/": "<title>",
	"/admin/": "<script",
};

async function firstWrong(url: string): Promise<string | undefined> {
	for (const [path, text] of Object.entries(expected)) {
		const answer = await asked(`${url}${path}`);
		if (answer.status !== 200) return `${path} answers ${answer.status}`;
		if (!answer.body.includes(text)) return `${path} answers without ${text}`;
	}
	return undefined;
}

async function asked(address: string): Promise<{ status: number | string; body: string }> {
	try {
		const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
		return { status: answer.status, body: await answer.text() };
	} catch (error) {
		return { status: error instanceof Error ? error.message : "nothing", body: "" };
	}
}
