// What is said about a wrong field, in both languages. Each sentence follows the field's name.

export interface FieldWords {
	message: string;
	zh: string;
}

/** A wrong field with its place: `variants.0.sku`. */
export interface FieldProblem extends FieldWords {
	path: string;
}

export const said = (message: string, zh: string): FieldWords => ({ message, zh });

export const fieldWords = {
	required: said("is required", "必填"),
	unknown: said("is not known here", "此处没有这个字段"),
	empty: said("must not be empty", "不能为空"),
	twice: said("is given twice", "重复给出"),
	repeated: said("must not hold the same thing twice", "不能有重复的内容"),
	wrong: said("is not right", "内容有误"),
	afterStart: said("must be after startsAt", "必须晚于 startsAt"),
	afterFrom: said("must be after from", "必须晚于 from"),
	zero: said("must not be 0", "不能为 0"),
	noCursor: said(
		"must be empty or the nextCursor of the same list in the same order",
		"必须为空，或为同一列表同一排序返回的 nextCursor",
	),
	unmailable: said("is no e-mail address that can receive mail", "不是可以接收邮件的地址"),
	noDay: said("is no day of the calendar", "不是有效的日期"),
	atLeast: (limit: number) => said(`must be at least ${limit}`, `不能小于 ${limit}`),
	between: (least: number, most: number) =>
		said(`must be from ${least} to ${most}`, `必须在 ${least} 到 ${most} 之间`),
	atMost: (limit: number) => said(`must be at most ${limit}`, `不能大于 ${limit}`),
	longer: (limit: number) =>
		said(`must have at least ${limit} characters`, `至少需要 ${limit} 个字符`),
	shorter: (limit: number) =>
		said(`must have at most ${limit} characters`, `不能超过 ${limit} 个字符`),
	moreItems: (limit: number) =>
		said(
			`must have at least ${limit === 1 ? "one entry" : `${limit} entries`}`,
			`至少需要 ${limit} 项`,
		),
	fewerItems: (limit: number) =>
		said(`must have at most ${limit} entries`, `不能超过 ${limit} 项`),
	oneOf: (values: readonly unknown[]) =>
		values.length === 0
			? said("can't be chosen here", "此处不可选择")
			: said(`must be one of ${values.join(", ")}`, `必须是以下之一：${values.join("、")}`),
	form: (pattern: string) => said(`is not in the form ${pattern}`, `格式不正确，应为 ${pattern}`),
} as const;

const kinds: Record<string, FieldWords> = {
	string: said("must be text", "必须是文本"),
	integer: said("must be a whole number", "必须是整数"),
	number: said("must be a number", "必须是数字"),
	boolean: said("must be true or false", "必须是 true 或 false"),
	array: said("must be a list", "必须是列表"),
	object: said("must be an object", "必须是对象"),
	null: said("must be null", "必须为 null"),
};

const formats: Record<string, FieldWords> = {
	email: said("must be an e-mail address", "不是有效的电子邮箱地址"),
};

export const notOfKind = (kind: string): FieldWords => kinds[kind] ?? fieldWords.wrong;
export const notInFormat = (format: string): FieldWords => formats[format] ?? fieldWords.wrong;
