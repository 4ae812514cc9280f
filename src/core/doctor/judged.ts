import type { FindingCode } from "./codes.ts";
import type { Facts } from "./finding.ts";

/** A finding in the making: on top of what its check knows already. */
export interface Judged {
  readonly code: FindingCode;
  readonly facts?: Facts;
  readonly seen?: readonly string[];
}
