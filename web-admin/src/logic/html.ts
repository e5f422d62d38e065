/** The text with the chosen part between two tags. */
export const wrapped = (
	text: string,
	{ from, to }: { from: number; to: number },
	{ before, after }: { before: string; after: string },
) => `${text.slice(0, from)}${before}${text.slice(from, to)}${after}${text.slice(to)}`;

/** A page for a frame without any powers: what is written can run nothing and load nothing. */
export const previewOf = (html: string) =>
	`<!doctype html><style>
		body { margin: 14px 16px; font: 450 14px/1.6 system-ui, sans-serif; color: #1c1b22; }
		h2, h3 { line-height: 1.25; } img { max-width: 100%; } ul, ol { padding-left: 20px; }
		table { border-collapse: collapse; } td, th { padding: 4px 12px 4px 0; text-align: left; }
	</style>${html}`;
