/** Links that the shop's people have set may lead to a page of the mall only. */
export const isOwnLink = (link: string) => link.startsWith("/") && !link.startsWith("//");
