import { settings } from "#contracts/settings";
import { said } from "#domain/field-words";
import { invalid } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";

/** A tax class is one of the settings, or the standard one where the one above is another. */
export async function refuseUnknownClass(ctx: Ctx<{ taxClass?: string | null }>) {
	const { taxClass } = ctx.params;
	if (!taxClass || taxClass === "standard") return;
	const { classes } = (await call(ctx, settings.current)).tax;
	if (classes.some(({ key }) => key === taxClass)) return;
	invalid([{ path: "taxClass", ...noTaxClass }]);
}

const noTaxClass = said("is no tax class of the settings", "不是设置中的税类");
