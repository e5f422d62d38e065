export const marketing = {};
