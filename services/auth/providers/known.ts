// The providers that this mall was told of, by their key.
import { PROVIDER_NOT_FOUND } from "#contracts/auth";
import { fail } from "#mixins/errors";
import { loginProviders } from "#mixins/env";
import type { ProviderSettings } from "#mixins/login-providers";
import { gitHubProvider } from "./github.ts";
import { openIdProvider } from "./openid.ts";
import type { Provider } from "./provider.ts";

const make = (settings: ProviderSettings): Provider =>
	settings.speaks === "github" ? gitHubProvider(settings) : openIdProvider(settings);

const known = new Map(loginProviders.map((settings) => [settings.key, make(settings)]));

export const providerOf = (key: string) =>
	known.get(key) ?? fail(PROVIDER_NOT_FOUND, { provider: key });

/** What it is called; a provider that was taken away is called by its key. */
export const labelOf = (key: string) => loginProviders.find((one) => one.key === key)?.label ?? key;
