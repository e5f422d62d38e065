import { being } from "./en/being.ts";
import { buying } from "./en/buying.ts";
import { finding } from "./en/finding.ts";

export const en = { ...finding, ...buying, ...being };

export type Texts = typeof en;
