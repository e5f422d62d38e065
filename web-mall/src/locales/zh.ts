import type { Texts } from "./en.ts";
import { being } from "./zh/being.ts";
import { buying } from "./zh/buying.ts";
import { finding } from "./zh/finding.ts";

export const zh: Texts = { ...finding, ...buying, ...being };
