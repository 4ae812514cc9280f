import type { ProbeAnswer } from "./ports.ts";

/** For a finding's `seen`: what came back, in a few words; never a body. */
export function probed(answer: ProbeAnswer): string {
  switch (answer.kind) {
    case "answer":
      return `${answer.status} ${answer.type}`.trim();
    case "redirect":
      return "a redirect";
    case "opaque":
      return "an answer that the browser may not read";
    case "failed":
      return failures[answer.reason];
  }
}

const failures = {
  network: "no answer",
  timeout: "no answer in time",
  policy: "forbidden by the page's own policy",
} as const;
