/** Where a login leads on to: a page of the console, never elsewhere. */
export const ownPath = (wanted: unknown) =>
	typeof wanted === "string" && /^\/(?![/\\])/.test(wanted) ? wanted : "/";
