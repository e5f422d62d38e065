/** Words that a query may hold without asking for them. "it" is not one: IT is a department. */
const STOP_WORDS = new Set(
	(
		"a an and are as at be by for from i in is of on or the this that to with w my me your our " +
		"的 和 与 在 了 是 我 要 买"
	).split(" "),
);

/** A stop word as typed; capitals ("OR", "IT") are taken for a name. */
export function isStopWord(word: string, typed: string): boolean {
	const isName = typed.length > 1 && typed === typed.toUpperCase() && typed !== word;
	return STOP_WORDS.has(word) && !isName;
}

/** Words that part the thing from what it is for: "case for iPhone", "printer with Wi-Fi". */
export const DIVIDERS = new Set(
	"for with w fits fit compatible including includes incl without replaces to from by".split(" "),
);
