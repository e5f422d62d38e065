import { computed, onScopeDispose, ref } from "vue";
import type { AuditCheck } from "#contracts/audit";
import type { Problem } from "#contracts/client";
import { client } from "../api.ts";
import { problemOf } from "./useQuery.ts";

/** Follows the chain stretch by stretch, to its end or to the first link that doesn't hold. */
export function useAuditChain() {
	const count = ref(0);
	const last = ref<AuditCheck>();
	const problem = ref<Problem>();
	const isRunning = ref(false);
	const isLeft = ref(false);

	const broken = computed(() => last.value?.broken ?? null);
	const holds = computed(() => Boolean(last.value) && !isRunning.value && !broken.value);

	async function verify() {
		count.value = 0;
		problem.value = undefined;
		isRunning.value = true;
		try {
			for (let after: number | null = 0; after !== null && !isLeft.value;) {
				last.value = await client.send("audit.check", { after });
				count.value += last.value.checked;
				after = last.value.next;
			}
		} catch (thrown) {
			last.value = undefined;
			problem.value = problemOf(thrown);
		} finally {
			isRunning.value = false;
		}
	}

	onScopeDispose(() => {
		isLeft.value = true;
	});

	return { count, broken, holds, problem, isRunning, verify };
}
