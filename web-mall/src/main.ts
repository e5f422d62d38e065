import { createPinia } from "pinia";
import { createApp } from "vue";
import App from "./App.vue";
import { followAppearance } from "./composables/useAppearance.ts";
import { speakAsKept } from "./i18n.ts";
import { router } from "./router.ts";
import "./styles/tokens.css";

followAppearance();
await speakAsKept();
createApp(App).use(createPinia()).use(router).mount("#app");
