import { Errors } from "moleculer";
import { describe, expect, it } from "vitest";
import { fieldWords } from "#domain/field-words";
import { invalid } from "#mixins/errors";
import { problemOf } from "./problems.ts";

const wrong = [{ path: "name", ...fieldWords.required }];
const thrownBy = (act: () => never): unknown => {
	try {
		return act();
	} catch (thrown) {
		return thrown;
	}
};

describe.each([
	["the check of parameters", new Errors.ValidationError("wrong", "VALIDATION", wrong)],
	["a service", thrownBy(() => invalid(wrong))],
])("what %s finds wrong", (_, thrown) => {
	it.each([
		["en", "is required", "Some fields are not right: name."],
		["zh", "必填", "部分字段有误：name。"],
	] as const)("is said in the caller's language: %s", (language, message, detail) => {
		const { problem } = problemOf(thrown, "request-1", language);

		expect(problem).toMatchObject({ status: 422, code: "INVALID", detail });
		expect(problem.errors).toEqual([{ path: "name", message }]);
	});
});
