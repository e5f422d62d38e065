// A rule that says no returns a refusal, never an exception; the service turns its code into an error.

/** What a rule answers instead of a result: the code of the error, and what its text needs. */
export type Refusal<Code extends string = string, Detail extends object = object> = {
	refused: Code;
} & Detail;

/** True when a rule said no; narrows the answer to its refusals, and after it to the result. */
export function isRefused<T>(answer: T): answer is Extract<T, { refused: string }> {
	return typeof answer === "object" && answer !== null && "refused" in answer;
}
