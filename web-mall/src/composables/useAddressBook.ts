import { computed, ref } from "vue";
import type { Address, SavedAddress } from "#contracts/users";
import { client } from "../api.ts";
import { useI18n } from "../i18n.ts";
import { useToastsStore } from "../stores/toasts.ts";
import { useCommand } from "./useCommand.ts";
import { problemOf, useQuery } from "./useQuery.ts";

/** The own address book: add, change, make the first choice, remove and undo. */
export function useAddressBook() {
	const { t } = useI18n();
	const toasts = useToastsStore();
	const { data, error, reload } = useQuery("users.addresses", { pageSize: 100 });
	const addresses = computed(() => data.value?.items);
	const edited = ref<SavedAddress>();
	const isOpen = ref(false);
	const save = useCommand(async (address: Address) => {
		if (edited.value)
			await client.send("users.changeAddress", { ...address, id: edited.value.id });
		else await client.send("users.addAddress", address);
		isOpen.value = false;
		toasts.show(t("saved"));
		await reload();
	});

	function open(address?: SavedAddress) {
		edited.value = address;
		save.problem.value = undefined;
		isOpen.value = true;
	}

	async function said(work: Promise<unknown>) {
		await work.catch((thrown) => toasts.show(problemOf(thrown).message, { tone: "danger" }));
		await reload();
	}

	const makeDefault = ({ id }: SavedAddress) =>
		said(client.send("users.changeAddress", { id, isDefault: true }));

	async function remove({ id, ...address }: SavedAddress) {
		await said(client.send("users.removeAddress", { id }));
		const run = () => void said(client.send("users.addAddress", address));
		toasts.show(t("address.removed"), { action: { label: t("undo"), run } });
	}

	return { addresses, error, reload, edited, isOpen, save, open, makeDefault, remove };
}
