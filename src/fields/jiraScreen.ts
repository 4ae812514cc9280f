/**
 * Jira's own create screen, filled in beforehand by its address: what Inlink cannot fill in itself is left to it.
 * As Atlassian documents it since Jira 3.5: "Creating issues via direct HTML links".
 */
import type { IssueContent } from "../core/jira.ts";

interface Place {
  readonly baseUrl: string;
  readonly projectId: string;
  readonly issueTypeId: string;
}

/** Characters. Browsers take more, proxies and Tomcat (8 KB with all headers) may not. */
const longest = 4000;

/** @returns the address, and whether the description is in it: a long one is not. */
export function jiraScreen(
  { baseUrl, projectId, issueTypeId }: Place,
  { fields }: IssueContent,
): { readonly url: string; readonly hasDescription: boolean } {
  const { description } = fields;
  const others = Object.entries(fields).filter(
    ([id]) => !["project", "issuetype", "description"].includes(id),
  );
  const pairs = others.flatMap(([id, value]) => plain(value).map((text) => [id, text] as const));
  const address = (all: readonly (readonly [string, string])[]): string => {
    const query = all.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
    return `${baseUrl}/secure/CreateIssueDetails!init.jspa?${query}`;
  };
  const start = [["pid", projectId], ["issuetype", issueTypeId], ...pairs] as const;
  const whole = address([...start, ...plain(description).map((text) => ["description", text] as const)]);
  if (whole.length <= longest) return { url: whole, hasDescription: description !== undefined };
  const short = address(start);
  return { url: short.length <= longest ? short : address(start.slice(0, 2)), hasDescription: false };
}

/** As the screen's own inputs would send it. Days are left out: the screen reads them as each user has them written. */
function plain(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(plain);
  if (typeof value === "number") return [String(value)];
  if (typeof value === "string") return /^\d{4}-\d\d-\d\d/.test(value) ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  if ("id" in value && !("child" in value)) return plain(value.id);
  return "name" in value ? plain(value.name) : [];
}
