// Where a login may lead back to: a page of the mall or its console, never somewhere else.

const base = "http://mall.invalid";

/** The path if it is one of our own pages, else the home page. */
export function ownPath(text: string | undefined): string {
	if (!text?.startsWith("/") || /[\\\p{Cc}]/u.test(text) || !URL.canParse(text, base)) return "/";
	const { origin, pathname, search, hash } = new URL(text, base);
	const isPage = origin === base && !pathname.startsWith("//") && !pathname.startsWith("/api/");
	return isPage ? pathname + search + hash : "/";
}

/** Whether a page belongs to the staff's console. */
export const isOfConsole = (path: string) => /^\/admin(?=[/?#]|$)/.test(path);
