import type { Job, RowWords } from "#contracts/jobs";

export const jobTone = { running: "accent", done: "success", failed: "danger" } as const;

/** How much of it is done, in whole percent. */
export const shareOf = ({ status, done, total }: Pick<Job, "status" | "done" | "total">) => {
	if (status === "done") return 100;
	return total === 0 ? 0 : Math.min(100, Math.floor((done / total) * 100));
};

export const secondsOf = ({ startedAt, finishedAt }: Pick<Job, "startedAt" | "finishedAt">) =>
	finishedAt === null
		? undefined
		: Math.max(1, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000));

const resultOf = ({ result }: Pick<Job, "result">): object =>
	typeof result === "object" && result !== null ? result : {};

/** Whether it changed nothing and only said what it would do. */
export function isTrial(job: Pick<Job, "result">): boolean {
	const result = resultOf(job);
	return "dryRun" in result && result.dryRun === true;
}

/** Row by row, for a spreadsheet. Why the apostrophe: a cell that begins with "=" would run. */
export function csvOf(head: readonly string[], rows: readonly RowWords[]): Blob {
	const cell = (text: string) => `"${text.replace(/^(?=[=+\-@])/, "'").replaceAll('"', '""')}"`;
	const lines = [head, ...rows.map(({ row, message }) => [String(row), message])];
	const text = lines.map((line) => line.map(cell).join(",")).join("\r\n");
	return new Blob([`\ufeff${text}\r\n`], { type: "text/csv" });
}
