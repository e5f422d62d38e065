/** Left out by who has none: a login of a moment ago counts instead. */
export const ownPassword = (password: string) => (password ? { password } : {});
