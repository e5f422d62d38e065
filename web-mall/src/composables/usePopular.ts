import { useQuery } from "./useQuery.ts";

/** What is bought most, once it is wanted. */
export const usePopular = (isWanted = () => true) =>
	useQuery("products.list", () =>
		isWanted() ? { sort: "-sales" as const, pageSize: 12 } : null,
	);
