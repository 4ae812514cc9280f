import {
  ConfigInvalid,
  DialogClosed,
  DialogRefused,
  FileTooLarge,
  isInlinkError,
  JiraBusy,
  JiraRejected,
  JiraUnexpected,
  JiraUnreachable,
  KeyLocked,
  KeyUnreadable,
  MailChanged,
  OAuthRefused,
  oauthProblems,
  OutlookAbsent,
  OutlookFailed,
  OutlookLacks,
  OutlookSilent,
  SettingsUnusable,
  SignInDenied,
  SignInMismatch,
  Stopped,
  type InlinkError,
} from "../../src/core/errors.ts";
import * as errors from "../../src/core/errors.ts";
import { explain } from "../../src/ui/explain.ts";

const all: readonly InlinkError[] = [
  new ConfigInvalid("", "the file is not there", "Put it there."),
  new ConfigInvalid("sites[0].id", "must be text", "Write a name."),
  ...(["not-a-key", "certificate", "not-rsa", "unknown-cipher"] as const).map(
    (reason) => new KeyUnreadable(reason),
  ),
  new KeyLocked(true),
  new KeyLocked(false),
  ...(["script-blocked", "not-ready", "not-outlook"] as const).map((reason) => new OutlookAbsent(reason)),
  new OutlookFailed("body.getAsync", 9018, "GenericResponseError"),
  new OutlookFailed("body.getAsync", 0, ""),
  new OutlookSilent("body.getAsync"),
  new OutlookLacks("getAsFileAsync"),
  new MailChanged(),
  ...(["damaged", "outdated", "other-mailbox", "other-jira", "expired"] as const).map(
    (reason) => new SettingsUnusable(reason),
  ),
  ...(["blocked", "ignored", "unavailable", "already-open"] as const).map(
    (reason) => new DialogRefused(reason),
  ),
  new DialogClosed(),
  new SignInDenied(),
  new SignInMismatch(),
  ...oauthProblems.map((problem) => new OAuthRefused(problem, 401, {})),
  new OAuthRefused("unknown", 401, { oauth_problem: "strange_problem" }),
  new OAuthRefused("signature_invalid", 401, {
    oauth_signature_base_string: "GET&http%3A%2F%2Flocalhost%3A8080%2Fjira&a",
  }),
  new OAuthRefused("signature_invalid", 401, { oauth_signature_base_string: "GET&%" }),
  new JiraRejected(400, ["No."], { summary: "Too long." }),
  new JiraRejected(401, [], {}),
  new JiraRejected(403, [], {}),
  new JiraUnreachable("network"),
  new JiraUnreachable("timeout"),
  new JiraBusy(429, 12),
  new JiraBusy(503, undefined),
  new JiraUnexpected(200, "expected JSON"),
  new Stopped(),
  new FileTooLarge("big.zip", 20_000_000, 10_485_760),
  new FileTooLarge("big.zip", 20_000_000, undefined),
];

it.each(all.map((error) => [error.message, error] as const))(
  "explains “%s” in whole sentences",
  (_, error) => {
    const { title, text } = explain(error);
    for (const words of [title, text]) {
      expect(words.trim()).not.toBe("");
      expect(words).not.toMatch(/undefined|\[object|NaN|null|\.\.|\s\s/);
    }
    expect(title).not.toMatch(/\.$/);
    expect(text).toMatch(/^(config\.json|[A-Z“]).*\.$/s);
  },
);

it("was shown every class of errors.ts", () => {
  const classes = Object.values(errors).filter(
    (value) => typeof value === "function" && /^class/.test(String(value)),
  );
  expect(new Set(all.map(({ code }) => code)).size).toBe(classes.length);
  expect(all.every(isInlinkError)).toBe(true);
});

it("tells an administrator which address Jira believes in", () => {
  const details = { oauth_signature_base_string: "GET&http%3A%2F%2Flocalhost%3A8080%2Fjira%2Frest&a" };
  expect(explain(new OAuthRefused("signature_invalid", 401, details)).text).toContain(
    "http://localhost:8080/jira/rest",
  );
});

it("asks to sign in again after a bare 401, as after a rejected token", () => {
  expect(explain(new JiraRejected(401, [], {}))).toEqual(
    explain(new OAuthRefused("token_rejected", 401, {})),
  );
});
