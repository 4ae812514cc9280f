import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { Finding, Verdict } from "../../core/doctor/finding.ts";
import { titles } from "./words/wording.ts";

/** The whole in a sentence, announced to screen readers. */
export function Summary({ findings }: { readonly findings: readonly Finding[] }) {
  const { intent, title, text } = summaryOf(findings);
  return (
    <MessageBar intent={intent} layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <br />
        {text}
      </MessageBarBody>
    </MessageBar>
  );
}

function summaryOf(findings: readonly Finding[]) {
  const those = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict);
  const [alarm] = those("alarm");
  const [first, ...others] = those("bad");
  if (alarm)
    return {
      intent: "error",
      title: "Danger",
      text: `“${titles[alarm.check]}” must not work as it does: see below, and close it first.`,
    } as const;
  if (first)
    return {
      intent: "error",
      title: others.length === 0 ? "One step failed" : `${others.length + 1} steps failed`,
      text: `Begin with “${titles[first.check]}”; what failed after it may have the same cause.`,
    } as const;
  const asked = findings.some(({ code }) => code === "key-locked")
    ? "The key has to be opened for the rest."
    : findings.some(({ code }) => code === "not-signed-in")
      ? "Sign in and check again for the rest."
      : "";
  const warnings = those("warning").length;
  if (warnings > 0)
    return {
      intent: "warning",
      title: warnings === 1 ? "Works, with a warning" : `Works, with ${warnings} warnings`,
      text: asked,
    } as const;
  return {
    intent: asked ? "info" : "success",
    title: asked ? "All that could be tried works" : "Everything works",
    text: asked,
  } as const;
}
