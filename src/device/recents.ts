/** What was chosen lately on this device, so that the next mail starts there. */
import type { PastIssue } from "../core/draft/habits.ts";
import type { KnownPicture } from "../core/draft/lookAlikes.ts";
import { anything, entries, list, number, object, readable, text, type Reader } from "../core/parse.ts";
import type { Recents } from "../core/ports.ts";
import type { DeviceStore } from "./store.ts";

const key = "past";
const allFields = "all-fields";
const most = 150;
const leftOut = "pictures-left-out";
const mostPictures = 50;
/** Characters of JSON: whoever chooses more than this chooses it anew. */
const longestValue = 1000;

const issues: Reader<readonly PastIssue[]> = list(
  object<PastIssue>((field) => ({
    sender: field("sender", text),
    projectKey: field("projectKey", text),
    issueTypeId: field("issueTypeId", text),
    values: Object.fromEntries(field("values", entries(anything))),
  })),
);

const pictures = list(
  object<KnownPicture>((field) => ({ hash: field("hash", text), size: field("size", number) })),
);

/** @param store of one Jira: its prefix keeps the projects of two apart. */
export function createRecents(store: DeviceStore): Recents {
  const past = () => readable(store.read(key), issues) ?? []; // a convenience: what is damaged starts anew
  const picturesLeftOut = () => readable(store.read(leftOut), pictures) ?? [];
  return {
    past,
    projects: () => once(past().map(({ projectKey }) => projectKey)),
    issueTypes: (projectKey) =>
      once(past().flatMap((one) => (one.projectKey === projectKey ? [one.issueTypeId] : []))),
    remember: (issue) => {
      const small = Object.entries(issue.values).filter(
        ([, value]) => JSON.stringify(value).length <= longestValue,
      );
      store.write(key, [{ ...issue, values: Object.fromEntries(small) }, ...past()].slice(0, most));
    },
    picturesLeftOut,
    rememberPictures: ({ left, taken }) => {
      if (left.length === 0 && taken.length === 0) return;
      const other = ({ hash }: KnownPicture) => ![...left.map((one) => one.hash), ...taken].includes(hash);
      store.write(leftOut, [...left, ...picturesLeftOut().filter(other)].slice(0, mostPictures));
    },
    forget: () => {
      store.write(key, undefined);
      store.write(leftOut, undefined);
    },
    wantsAllFields: () => store.read(allFields) === true,
    wantAllFields: (wanted) => store.write(allFields, wanted || undefined),
  };
}

function once(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
