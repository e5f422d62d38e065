import { createPinia } from "pinia";
import { createApp } from "vue";
import "@fontsource-variable/inter/wght.css";
import "./styles/element.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/element.css";
import App from "./App.vue";
import { followAppearance } from "./composables/useAppearance.ts";
import { i18n, speakAsKept } from "./i18n.ts";
import { addPlugins } from "./plugins.ts";
import { router } from "./router.ts";

followAppearance();
await speakAsKept();
await addPlugins(router);
const app = createApp(App).use(createPinia()).use(i18n).use(router);
// Why: nothing is drawn before it is known who this is and which page they want.
await router.isReady();
app.mount("#app");
