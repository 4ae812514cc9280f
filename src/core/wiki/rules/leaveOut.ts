import type { Rule } from "../rule.ts";

export const leaveOut: Rule = { enter: () => undefined };
