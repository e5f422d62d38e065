// Templates of the two SPAs only: everything else is oxlint's. Formatting is oxfmt's.
import parser from "@typescript-eslint/parser";
import vue from "eslint-plugin-vue";

const formatting =
	/^vue\/(html-|max-attributes|singleline-|multiline-|first-attribute|mustache|no-multi-spaces|attributes-order|padding|script-indent)/;

export default [
	...vue.configs["flat/recommended"],
	{
		languageOptions: { parserOptions: { parser } },
		linterOptions: { reportUnusedDisableDirectives: true },
		rules: {
			...Object.fromEntries(
				Object.keys(vue.rules)
					.map((name) => `vue/${name}`)
					.filter((name) => formatting.test(name))
					.map((name) => [name, "off"]),
			),
			"vue/multi-word-component-names": "off",
			// Why: only server-sanitised text is bound so; a test names the places.
			"vue/no-v-html": "off",
			"vue/require-default-prop": "off",
			"vue/block-order": ["error", { order: ["script", "template", "style"] }],
			"vue/no-static-inline-styles": "error",
			"vue/component-name-in-template-casing": ["error", "PascalCase"],
		},
	},
];
