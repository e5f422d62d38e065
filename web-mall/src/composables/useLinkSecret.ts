import { onMounted } from "vue";
import { useRoute, useRouter } from "vue-router";

/**
 * What a mail's link has behind its `#`: it reaches no server and no log, and leaves the address and
 * the history as soon as the page is there.
 */
export function useLinkSecret(): string {
	const { hash, path } = useRoute();
	const router = useRouter();

	onMounted(() => {
		if (hash) void router.replace({ path });
	});

	return hash.slice(1);
}
