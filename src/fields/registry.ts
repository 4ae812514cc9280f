import type { FieldMeta } from "../core/jira.ts";
import type { FieldType, SchemaPattern } from "./fieldType.ts";
import { affectsVersions } from "./types/affectsVersions.ts";
import { assets } from "./types/assets.ts";
import { assignee } from "./types/assignee.ts";
import { cascade } from "./types/cascade.tsx";
import { checkboxes } from "./types/checkboxes.ts";
import { components } from "./types/components.ts";
import { dateField } from "./types/dateField.ts";
import { dateTime } from "./types/dateTime.tsx";
import { dueDate } from "./types/dueDate.ts";
import { environment } from "./types/environment.ts";
import { epicLink } from "./types/epicLink.ts";
import { epicName } from "./types/epicName.ts";
import { epicStatus } from "./types/epicStatus.ts";
import { fixVersions } from "./types/fixVersions.ts";
import { group } from "./types/group.ts";
import { groups } from "./types/groups.ts";
import { importId } from "./types/importId.ts";
import { issueLinks } from "./types/issueLinks.tsx";
import { labels } from "./types/labels.ts";
import { labelsField } from "./types/labelsField.ts";
import { multiSelect } from "./types/multiSelect.ts";
import { numberField } from "./types/numberField.ts";
import { originalStoryPoints } from "./types/originalStoryPoints.ts";
import { parent } from "./types/parent.ts";
import { participants } from "./types/participants.ts";
import { priority } from "./types/priority.ts";
import { projectField } from "./types/projectField.ts";
import { radioButtons } from "./types/radioButtons.ts";
import { readOnlyText } from "./types/readOnlyText.ts";
import { reporter } from "./types/reporter.ts";
import { resolution } from "./types/resolution.ts";
import { securityLevel } from "./types/securityLevel.ts";
import { selectList } from "./types/selectList.ts";
import { sprint } from "./types/sprint.ts";
import { storyPoints } from "./types/storyPoints.ts";
import { targetEnd } from "./types/targetEnd.ts";
import { targetStart } from "./types/targetStart.ts";
import { textArea } from "./types/textArea.ts";
import { textLine } from "./types/textLine.ts";
import { timeTracking } from "./types/timeTracking.tsx";
import { url } from "./types/url.ts";
import { user } from "./types/user.ts";
import { users } from "./types/users.ts";
import { version } from "./types/version.ts";
import { versions } from "./types/versions.ts";
import { workLog } from "./types/workLog.tsx";

/** Every kind of field that Inlink can fill. */
export const fieldTypes: readonly FieldType[] = [
  textLine,
  textArea,
  environment,
  url,
  readOnlyText,
  epicName,
  numberField,
  importId,
  storyPoints,
  originalStoryPoints,
  dueDate,
  dateField,
  dateTime,
  targetStart,
  targetEnd,
  timeTracking,
  workLog,
  priority,
  resolution,
  securityLevel,
  selectList,
  radioButtons,
  epicStatus,
  projectField,
  version,
  cascade,
  components,
  fixVersions,
  affectsVersions,
  versions,
  checkboxes,
  multiSelect,
  labels,
  labelsField,
  assignee,
  reporter,
  user,
  users,
  participants,
  group,
  groups,
  parent,
  epicLink,
  sprint,
  issueLinks,
  assets,
];

/** Asked at each keystroke, for hundreds of fields. */
const found = new WeakMap<FieldMeta, { readonly type: FieldType | undefined }>();

/** undefined: a kind that Inlink does not know. */
export function fieldTypeFor(meta: FieldMeta): FieldType | undefined {
  const known = found.get(meta) ?? { type: bestFor(meta) };
  found.set(meta, known);
  return known.type;
}

function bestFor(meta: FieldMeta): FieldType | undefined {
  const [best] = fieldTypes
    .flatMap((type) => type.schemas.map((pattern) => ({ type, pattern })))
    .filter(({ pattern }) => matches(pattern, meta))
    .sort((one, other) => particular(other.pattern) - particular(one.pattern));
  return best?.type;
}

function matches({ listed, ...named }: SchemaPattern, { schema, allowedValues }: FieldMeta): boolean {
  if (listed && allowedValues === undefined) return false;
  return (["type", "items", "system", "custom"] as const).every(
    (key) => named[key] === undefined || named[key] === schema[key],
  );
}

function particular({ type, items, system, custom, listed }: SchemaPattern): number {
  const exact = system !== undefined || custom !== undefined;
  return (exact ? 8 : 0) + (listed ? 2 : 0) + (items === undefined ? 0 : 1) + (type === undefined ? 0 : 1);
}
