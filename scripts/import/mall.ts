// What the import needs of a mall, wherever it runs.
import type { Job } from "#contracts/jobs";

export type ImportParams = { stock: number; dryRun: boolean };

export interface Mall {
	begin(file: string, params: ImportParams): Promise<Job>;
	job(id: string): Promise<Job>;
	close(): Promise<void>;
}
