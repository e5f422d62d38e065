import { useTimeoutPoll } from "@vueuse/core";
import { watch } from "vue";
import { useQuery } from "./useQuery.ts";

const EVERY = 700;

/** A job, asked again and again for as long as it runs. */
export function useJob(id: () => string | undefined) {
	const query = useQuery("jobs.get", () => {
		const wanted = id();
		return wanted === undefined ? null : { id: wanted };
	});
	const { pause, resume } = useTimeoutPoll(query.reload, EVERY, { immediate: false });

	watch(
		query.data,
		(job) => {
			if (job?.status === "running") resume();
			else pause();
		},
		{ immediate: true },
	);

	return query;
}
