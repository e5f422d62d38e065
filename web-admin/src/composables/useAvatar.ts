import { ref } from "vue";
import { client } from "../api.ts";
import { useSessionStore } from "../stores/session.ts";
import { problemOf } from "./useQuery.ts";
import { useSay } from "./useSay.ts";

const MOST_BYTES = 10 * 1024 * 1024;

/** The picture beside the own name. */
export function useAvatar() {
	const say = useSay();
	const session = useSessionStore();
	const isBusy = ref(false);

	async function change(text: string, send: () => Promise<unknown>) {
		isBusy.value = true;
		try {
			await send();
			await session.refresh();
			say.done(text);
		} catch (thrown) {
			say.failed(problemOf(thrown));
		} finally {
			isBusy.value = false;
		}
	}

	async function choose(file: File) {
		if (file.size > MOST_BYTES) return say.wrong("avatar.tooBig", { name: file.name });
		await change("form.saved", async () => {
			const { id } = await client.send("media.uploadOwn", {}, { file });
			await client.send("users.setAvatar", { image: id });
		});
	}

	const drop = () => change("avatar.gone", () => client.send("users.removeAvatar"));

	return { isBusy, choose, drop };
}
