import {
	boolean,
	contract,
	error,
	id,
	int,
	json,
	list,
	nullable,
	object,
	oneOf,
	optional,
	pageOf,
	paging,
	string,
	timestamp,
} from "./schema.ts";
import type { Infer } from "./schema.ts";

export const jobStatuses = ["running", "done", "failed"] as const;

/** What is said of a row of a file; row 0 is the file itself. */
const RowWords = object({ row: int(), message: string({ max: 500 }) });
export type RowWords = Infer<typeof RowWords>;
/** In both languages; whoever asks for the job gets it in theirs. */
const ToldRow = object({ ...RowWords.properties, zh: optional(string({ max: 500 })) });
export type ToldRow = Infer<typeof ToldRow>;

/** Long work that somebody watches: an import, a reindex. */
export const Job = object({
	id: id(),
	kind: string({ max: 60 }),
	status: oneOf(...jobStatuses),
	done: int(),
	total: int(),
	created: int(),
	updated: int(),
	errors: list(RowWords, { max: 1000 }),
	errorCount: int(),
	/** What was cut or left out of rows that were taken. */
	notes: list(RowWords, { max: 1000 }),
	startedBy: string({ max: 64 }),
	startedAt: timestamp(),
	finishedAt: nullable(timestamp()),
	result: json(),
	version: int(),
});
export type Job = Infer<typeof Job>;

export const JOB_NOT_FOUND = error(
	"JOB_NOT_FOUND",
	404,
	"There is no job {id}.",
	"没有编号为 {id} 的任务。",
);

export const jobs = contract("jobs", {
	list: {
		summary: "Long work, newest first",
		rest: "GET /admin/system/jobs",
		access: "system:read",
		params: object({ ...paging(), kind: optional(string({ max: 60 })) }),
		returns: pageOf(Job),
	},
	get: {
		summary: "How far a job is",
		rest: "GET /admin/jobs/:id",
		access: "signed-in",
		params: object({ id: id() }),
		returns: Job,
		errors: [JOB_NOT_FOUND],
	},
	start: {
		summary:
			"Note that long work begins under this id; with `isOnly` the running job of the kind is joined",
		access: "internal",
		params: object({
			id: optional(id()),
			kind: string({ max: 60 }),
			startedBy: string({ max: 64 }),
			isOnly: optional(boolean()),
		}),
		returns: Job,
	},
	report: {
		summary: "Note how far it is; `status` other than running ends it",
		access: "internal",
		params: object({
			id: id(),
			status: oneOf(...jobStatuses),
			done: int(),
			total: int(),
			created: int(),
			updated: int(),
			errors: optional(list(ToldRow, { max: 1000 })),
			notes: optional(list(ToldRow, { max: 1000 })),
			errorCount: optional(int()),
			result: optional(json()),
		}),
		returns: Job,
		errors: [JOB_NOT_FOUND],
	},
	lease: {
		summary: "Ask to be the only one who does this until then; answers whether it is granted",
		access: "internal",
		params: object({
			name: string({ max: 100 }),
			holder: string({ max: 100 }),
			seconds: int({ min: 1, max: 3600 }),
		}),
		returns: object({ granted: oneOf("yes", "no") }),
	},
});
