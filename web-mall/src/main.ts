import { createPinia } from "pinia";
import { createApp } from "vue";
import App from "./App.vue";
import { followAppearance } from "./composables/useAppearance.ts";
import { i18n, speakAsKept } from "./i18n.ts";
import { router } from "./router.ts";
import "./styles/tokens.css";

followAppearance();
await speakAsKept();
createApp(App).use(createPinia()).use(i18n).use(router).mount("#app");
