import type { Job } from "#contracts/jobs";

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
