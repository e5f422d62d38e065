import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const mall = "http://127.0.0.1:3000";

export default defineConfig({
	root: fileURLToPath(new URL(".", import.meta.url)),
	base: "/",
	plugins: [vue(), tailwindcss()],
	define: {
		__VUE_OPTIONS_API__: "false",
		__VUE_I18N_LEGACY_API__: "false",
		__VUE_I18N_FULL_INSTALL__: "false",
		__INTLIFY_PROD_DEVTOOLS__: "false",
	},
	build: {
		outDir: "../dist/web-mall",
		emptyOutDir: true,
		// Why: the server tells a browser at once which part the page needs.
		manifest: true,
		// Why: the content security policy forbids data: addresses.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						// Why: the libraries stay the same from release to release.
						{ name: "vendor", test: /node_modules\/(@vue|vue|vue-router|pinia)\// },
						// Why: hundreds of bytes each are not worth a request.
						{ name: "icons", test: /lucide/, minShareCount: 2 },
						// Why: what most pages need is smaller and sooner there as one file.
						{ name: "shared", test: /web-mall|contracts|lucide/, minShareCount: 6 },
					],
				},
			},
		},
	},
	server: { proxy: { "/api": mall, "/media": mall } },
});
