// Drawn by scripts/demo/pictures/empty.ts, by the same hand as the products.
import cart from "../illustrations/cart.svg";
import done from "../illustrations/done.svg";
import error from "../illustrations/error.svg";
import favourites from "../illustrations/favourites.svg";
import notFound from "../illustrations/not-found.svg";
import offline from "../illustrations/offline.svg";
import orders from "../illustrations/orders.svg";
import results from "../illustrations/results.svg";

export const illustrations = {
	cart,
	done,
	error,
	favourites,
	"not-found": notFound,
	offline,
	orders,
	results,
};
export type Illustration = keyof typeof illustrations;
