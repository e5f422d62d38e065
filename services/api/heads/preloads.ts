// What a page's part is made of, so that a browser fetches it beside the shell and not after it.

/** Vite's list of built files. */
export type Manifest = Record<string, { file: string; imports?: string[]; isEntry?: boolean }>;

export function preloadsFor(manifest: Manifest, parts: string[]): string[] {
	const first = Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
	const known = new Set(first.flatMap((name) => filesOf(manifest, name)));
	const files = new Set(parts.flatMap((part) => filesOf(manifest, part)));
	return [...files]
		.filter((file) => !known.has(file))
		.map((file) => `<link rel="modulepreload" crossorigin href="/${file}" />`);
}

function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): string[] {
	const part = manifest[name];
	if (!part || seen.has(name)) return [];
	seen.add(name);
	const below = part.imports?.flatMap((other) => filesOf(manifest, other, seen)) ?? [];
	return [part.file, ...below];
}
