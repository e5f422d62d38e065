import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const mall = "http://127.0.0.1:3000";

export default defineConfig({
	root: fileURLToPath(new URL(".", import.meta.url)),
	base: "/admin/",
	plugins: [vue()],
	define: {
		// Why: Element Plus' tree select extends another component.
		__VUE_OPTIONS_API__: "true",
		__VUE_I18N_LEGACY_API__: "false",
		__VUE_I18N_FULL_INSTALL__: "false",
		__INTLIFY_PROD_DEVTOOLS__: "false",
	},
	build: {
		outDir: "../dist/web-admin",
		emptyOutDir: true,
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		// Why: the chart library is one large file that only the dashboard asks for.
		chunkSizeWarningLimit: 700,
	},
	server: { proxy: { "/api": mall, "/media": mall } },
});
