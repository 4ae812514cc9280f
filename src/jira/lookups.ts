/** What fields of a create screen search in. */
import { JiraRejected } from "../core/errors.ts";
import type { Parameters, SignedFetch } from "../core/http.ts";
import type { Choice } from "../core/jira.ts";
import type { Lookups } from "../core/ports.ts";
import { list, number, object, optional, text } from "../core/parse.ts";
import { quoted, words as wordsIn } from "./jql.ts";
import { ask } from "./request.ts";
import { search } from "./search.ts";

/** As many as a list of results shows. */
const most = "20";

export function createLookups(fetch: SignedFetch): Lookups {
  return {
    people: async (words, signal) => {
      if (words === "") return [];
      const query: Parameters = [
        ["username", words],
        ["maxResults", most],
      ];
      return await ask(fetch, { path: "/user/search", query, signal }, list(person));
    },
    assignable: async (projectKey, words, signal) => {
      const query: Parameters = [
        ["project", projectKey],
        ["username", words],
        ["maxResults", most],
      ];
      return await ask(fetch, { path: "/user/assignable/search", query, signal }, list(person));
    },
    groups: async (words, signal) => {
      const query: Parameters = [
        ["query", words],
        ["maxResults", most],
      ];
      return await ask(fetch, { path: "/groups/picker", query, signal }, groups);
    },
    labels: async (fieldId, words, signal) => {
      const query: Parameters = [
        ["fieldName", jqlName(fieldId)],
        ["fieldValue", words],
      ];
      return await ask(fetch, { path: "/jql/autocompletedata/suggestions", query, signal }, suggestions);
    },
    issuesOf: (projectKey, words, signal) => issues(fetch, clauses(projectKey, words), signal),
    epics: (words, signal) => issues(fetch, ["issuetype = Epic", ...clauses(undefined, words)], signal),
    sprints: (projectKey, words, signal) => sprints(fetch, projectKey, words, signal),
    linkTypes: (signal) => ask(fetch, { path: "/issueLinkType", signal }, linkTypes),
  };
}

const person = object<Choice>((field) => ({
  id: field("name", text),
  label: field("displayName", text),
  detail: field("emailAddress", optional(text)),
}));

const groups = object((field) =>
  field("groups", list(object((inner) => inner("name", text)))).map((name): Choice => ({
    id: name,
    label: name,
  })),
);

/** `displayName` beside the value is HTML, with the match in bold; a value with a blank in it comes in quotes. */
const suggestions = object((field) =>
  field("results", list(object((inner) => inner("value", text)))).map((value): Choice => {
    const label = value.replace(/^"(.*)"$/, "$1");
    return { id: label, label };
  }),
);

/** Custom fields of one name are told apart by `cf[10100]`. */
function jqlName(fieldId: string): string {
  return fieldId.replace(/^customfield_(\d+)$/, "cf[$1]");
}

const issueChoice = object<Choice>((field) => {
  const key = field("key", text);
  const summary = field(
    "fields",
    object((inner) => inner("summary", text)),
  );
  return { id: key, label: `${key} ${summary}` };
});

function clauses(projectKey: string | undefined, words: string): readonly string[] {
  const typed = words.trim();
  return [
    ...(projectKey === undefined ? [] : [`project = ${quoted(projectKey)}`]),
    ...(typed === "" ? [] : [`text ~ ${wordsIn(typed)}`]),
  ];
}

async function issues(
  fetch: SignedFetch,
  conditions: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Choice[]> {
  const jql = `${conditions.join(" AND ")} ORDER BY updated DESC`.trim();
  return await search(fetch, { jql, fields: ["summary"], maxResults: Number(most) }, issueChoice, signal);
}

const board = object((field) => ({ id: field("id", number), type: field("type", optional(text)) }));
const boards = object((field) => field("values", list(board)));
const sprint = object<Choice>((field) => ({
  id: String(field("id", number)),
  label: field("name", text),
  detail: field("state", optional(text)),
}));
const sprintsOf = object((field) => field("values", list(sprint)));

/** Jira Software's own API, https://docs.atlassian.com/jira-software/REST/9.12.0/: the boards of a project, and theirs. */
async function sprints(
  fetch: SignedFetch,
  projectKey: string,
  words: string,
  signal: AbortSignal | undefined,
): Promise<readonly Choice[]> {
  const query: Parameters = [["projectKeyOrId", projectKey]];
  const all = await ask(fetch, { api: "agile/1.0", path: "/board", query, signal }, boards);
  const lists = await Promise.all(
    all.filter(({ type }) => type !== "kanban").map(({ id }) => sprintsOn(fetch, id, signal)),
  );
  const wanted = words.toLowerCase();
  const unique = new Map(lists.flat().map((one) => [one.id, one]));
  return [...unique.values()].filter(({ label }) => label.toLowerCase().includes(wanted));
}

/** None on a board that has no sprints, which Jira refuses. */
async function sprintsOn(
  fetch: SignedFetch,
  id: number,
  signal: AbortSignal | undefined,
): Promise<readonly Choice[]> {
  const query: Parameters = [["state", "active,future"]];
  try {
    return await ask(fetch, { api: "agile/1.0", path: `/board/${id}/sprint`, query, signal }, sprintsOf);
  } catch (error) {
    if (error instanceof JiraRejected && error.status === 400) return [];
    throw error;
  }
}

const linkType = object((field) => ({
  name: field("name", text),
  inward: field("inward", text),
  outward: field("outward", text),
}));

const linkTypes = object((field) =>
  field("issueLinkTypes", list(linkType)).flatMap(({ name, inward, outward }): readonly Choice[] => [
    { id: `${name} outward`, label: outward },
    ...(inward === outward ? [] : [{ id: `${name} inward`, label: inward }]),
  ]),
);
