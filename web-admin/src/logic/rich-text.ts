// What the rich-text editor knows: just what the mall keeps of a text when it cleans it.
// Only the editor imports this file, so that nobody else has to load it.
import { mergeAttributes, Node } from "@tiptap/core";
import Image from "@tiptap/extension-image";
import { TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

export type Level = 2 | 3 | 4;

/** A picture with its caption, as topics have them. */
const Figure = Node.create({
	name: "figure",
	group: "block",
	content: "image figcaption?",
	parseHTML: () => [{ tag: "figure" }],
	renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes), 0],
});

const Figcaption = Node.create({
	name: "figcaption",
	content: "inline*",
	parseHTML: () => [{ tag: "figcaption" }],
	renderHTML: ({ HTMLAttributes }) => ["figcaption", mergeAttributes(HTMLAttributes), 0],
});

const kit = (levels: Level[]) =>
	StarterKit.configure({
		heading: { levels },
		code: false,
		codeBlock: false,
		strike: false,
		underline: false,
		link: {
			openOnClick: false,
			autolink: true,
			defaultProtocol: "https",
			protocols: ["http", "https"],
			HTMLAttributes: { target: null, rel: null },
		},
	});

/** A product's description: text and tables. */
export const description = () => [kit([3, 4]), TableKit.configure({ table: { resizable: false } })];

/** A topic: text and pictures. */
export const article = () => [kit([2, 3, 4]), Image, Figure, Figcaption];
