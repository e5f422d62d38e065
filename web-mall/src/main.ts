import { createPinia } from "pinia";
import { createApp } from "vue";
import App from "./App.vue";
import { followAppearance } from "./composables/useAppearance.ts";
import { speakAsKept } from "./i18n.ts";
import { addPlugins } from "./plugins.ts";
import { router } from "./router.ts";
import "./styles/tokens.css";

followAppearance();
await speakAsKept();
await addPlugins(router);
createApp(App).use(createPinia()).use(router).mount("#app");
