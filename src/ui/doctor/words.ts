/** The words for everything that the doctor can find: a code without words does not compile. */
import type { FindingCode } from "../../core/doctor/codes.ts";
import type { Finding } from "../../core/doctor/finding.ts";
import { accessWords } from "./words/access.ts";
import { configWords } from "./words/config.ts";
import { consumerWords } from "./words/consumer.ts";
import { issueWords } from "./words/issues.ts";
import { outlookWords } from "./words/outlook.ts";
import { reachWords } from "./words/reach.ts";
import { serverWords } from "./words/server.ts";
import { signatureWords } from "./words/signature.ts";
import { factOf, type Wording, type Words } from "./words/wording.ts";

const wordings: Readonly<Record<FindingCode, Wording>> = {
  ...outlookWords,
  ...configWords,
  ...reachWords,
  ...serverWords,
  ...consumerWords,
  ...signatureWords,
  ...accessWords,
  ...issueWords,
};

export function wordsFor({ code, facts }: Finding): Words {
  return wordings[code](factOf(facts));
}
