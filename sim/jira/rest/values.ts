/**
 * Field values by kind: what is accepted, in Jira's words where not, and how a stored value is shown.
 *
 * Stored are ids and texts (a priority's id, a login name); shown is what REST answers.
 */
import { priorities, resolutions, securityLevels } from "../data/lists.ts";
import type { FieldDefinition, FieldKind, FieldOption, Project, User } from "../data/model.ts";
import { projectsOf } from "../data/store.ts";
import type { Instance } from "../instance.ts";
import { found } from "./kinds/found.ts";
import { asStored, error, type Accepted, type Kind, type Place } from "./kinds/kind.ts";
import { listed } from "./kinds/listed.ts";
import { texts } from "./kinds/texts.ts";
import { showProject } from "./show.ts";

/** Settled elsewhere: by the issue itself. */
const fixed: Kind = { accept: (value) => ({ value }), show: asStored };

const kinds: Readonly<Record<FieldKind, Kind>> = {
  project: fixed,
  issuetype: fixed,
  parent: fixed,
  attachment: { accept: () => error("Field 'attachment' cannot be set."), show: asStored },
  // Described to be drawn, and set by nobody but the app itself.
  foreign: { accept: () => error("data was not an object"), show: asStored },
  ...texts,
  ...listed,
  ...found,
};

export function acceptValue(value: unknown, place: Place): Accepted {
  return kinds[place.field.kind].accept(value, place);
}

export function showValue(stored: unknown, field: FieldDefinition, base: string, project: Project): unknown {
  if (stored === undefined || stored === null) return field.schema["type"] === "array" ? [] : null;
  return kinds[field.kind].show(stored, { field, project, base }) ?? null;
}

interface Screen {
  readonly jira: Instance;
  readonly project: Project;
  readonly base: string;
  readonly user: User | undefined;
}

/** Of create metadata; undefined for a field that lists none. */
export function allowedValues(field: FieldDefinition, { jira, project, base, user }: Screen): unknown {
  const shown = (list: readonly { readonly id: string }[]) =>
    list.map(({ id }) =>
      field.schema["type"] === "array" ? listOfOne(id) : showValue(id, field, base, project),
    );
  const listOfOne = (id: string): unknown => {
    const all = showValue([id], field, base, project);
    return Array.isArray(all) ? (all as unknown[])[0] : undefined;
  };
  const lists: Partial<Record<FieldKind, readonly { readonly id: string }[]>> = {
    priority: priorities,
    resolution: resolutions,
    security: securityLevels,
    components: project.components,
    version: project.versions,
    versions: project.versions,
    option: field.options ?? [],
    options: field.options ?? [],
  };
  if (field.kind === "cascade") return field.options?.map((option) => withChildren(option, base));
  if (field.kind === "project-pick") return projectsOf(jira.store, user).map((one) => showProject(one, base));
  const list = lists[field.kind];
  return list && shown(list);
}

function withChildren({ children = [], ...option }: FieldOption, base: string) {
  const bean = (one: FieldOption) => ({
    self: `${base}/rest/api/2/customFieldOption/${one.id}`,
    ...one,
    disabled: false,
  });
  return { ...bean(option), children: children.map(bean) };
}
