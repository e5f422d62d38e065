/** A variable that cannot be used, said so that the operator can mend it. */
export class BadEnvironment extends Error {}
