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
		// Why: the content security policy forbids data: addresses.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
	},
	server: { proxy: { "/api": mall, "/media": mall } },
});
