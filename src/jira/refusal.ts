/**
 * What an answer outside 2xx means.
 *
 * Between us and Jira stand proxies, SSO and Tomcat, and each answers in its own way: only what speaks as
 * Jira's REST does counts as Jira's no.
 */
import { JiraBusy, JiraRejected, JiraUnexpected } from "../core/errors.ts";
import { entries, list, object, optional, ParseProblem, text } from "../core/parse.ts";
import { mediaType } from "./mediaType.ts";
import { retryAfter } from "./retryAfter.ts";

const busy: readonly number[] = [429, 502, 503, 504];

export function refusal(response: Response, body: string): JiraRejected | JiraBusy | JiraUnexpected {
  const { status } = response;
  if (busy.includes(status)) return new JiraBusy(status, retryAfter(response.headers));
  const said = body.trim();
  if (said === "") return new JiraRejected(status, [], {});
  // Plain text from the filter before the REST layer: facts about the host that the user needs to see.
  if (said.startsWith("XSRF check failed")) return new JiraRejected(status, ["XSRF check failed"], {});
  if (status === 401 && mediaType(response) === "text/plain") return new JiraRejected(status, [said], {});
  return (
    complaint(status, said) ?? new JiraUnexpected(status, `expected Jira's REST, got ${mediaType(response)}`)
  );
}

/** ErrorCollection, or the `{ message }` of the REST layer itself. */
const errorCollection = object((field) => ({
  errorMessages: field("errorMessages", optional(list(text))) ?? [],
  message: field("message", optional(text)),
  errors: field("errors", optional(entries(text))) ?? [],
}));

function complaint(status: number, body: string): JiraRejected | undefined {
  try {
    const { errorMessages, message, errors } = errorCollection(JSON.parse(body), "");
    const messages = message === undefined ? errorMessages : [...errorMessages, message];
    return new JiraRejected(status, messages, Object.fromEntries(errors));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ParseProblem) return undefined;
    throw error;
  }
}
