// What is noted about the same thing within a moment is one write, and answered by it.
import { setTimeout as wait } from "node:timers/promises";

const momentMs = 50;

type Moment<News, Written> = { news: News[]; written: Promise<Written> };

/** Wraps a write of much news about one id; nobody is answered before theirs is written. */
export function gathering<Kept extends object, News, Written>(
	write: (kept: Kept, id: string, news: News[]) => Promise<Written>,
) {
	const moments = new WeakMap<Kept, Map<string, Moment<News, Written>>>();
	return (kept: Kept, id: string, one: News): Promise<Written> => {
		const open = moments.get(kept) ?? new Map<string, Moment<News, Written>>();
		moments.set(kept, open);
		const now = open.get(id);
		if (now) {
			now.news.push(one);
			return now.written;
		}
		const news = [one];
		const written = wait(momentMs).then(() => {
			open.delete(id);
			return write(kept, id, news);
		});
		open.set(id, { news, written });
		return written;
	};
}
