/** What is chosen from a list: priorities, options, components, versions, projects. */
import { priorities, resolutions, securityLevels } from "../../data/lists.ts";
import type { FieldDefinition, Named, Project } from "../../data/model.ts";
import { projects } from "../../data/seed.ts";
import { isObject, textOf } from "../../json.ts";
import { showProject } from "../show.ts";
import { each, error, type Accepted, type Kind } from "./kind.ts";

function among(what: string, path: string, list: (project: Project) => readonly Named[]): Kind {
  const listOf = ({ options }: FieldDefinition, project: Project) =>
    options?.map(({ id, value }) => ({ id, name: value })) ?? list(project);
  return {
    accept: (value, { field, project }) => pick(what, listOf(field, project), value),
    show: (stored, { field, project, base }) => {
      const found = listOf(field, project).find(({ id }) => id === stored);
      return found && { self: `${base}/rest/api/2/${path}/${found.id}`, ...found };
    },
  };
}

const component = among("Component", "component", ({ components }) => components);
const version = among("Version", "version", ({ versions }) => versions);

const option: Kind = {
  accept: (value, { field }) => {
    if (!isObject(value)) return error(`Specify a valid 'id' or 'name' for ${field.name}`);
    const found = optionIn(field.options ?? [], value);
    return found ? { value: found.id } : error(notValid("Option", value));
  },
  show: (stored, { field, base }) => showOption(field, stored, base),
};

const cascade: Kind = {
  accept: (value, { field }) => {
    if (!isObject(value)) return error(`Specify a valid 'id' or 'name' for ${field.name}`);
    const parent = optionIn(field.options ?? [], value);
    if (!parent) return error(notValid("Option", value));
    if (value["child"] === undefined) return { value: { parent: parent.id } };
    const child = isObject(value["child"]) ? optionIn(parent.children ?? [], value["child"]) : undefined;
    return child
      ? { value: { parent: parent.id, child: child.id } }
      : error(`The option '${textOf(value["child"], "id") ?? ""}' is invalid for parent '${parent.id}'`);
  },
  show: (stored, { field, base }) => {
    const parent = field.options?.find(({ id }) => id === textOf(stored, "parent"));
    const child = parent?.children?.find(({ id }) => id === textOf(stored, "child"));
    const bean = ({ id, value }: { readonly id: string; readonly value: string }) => ({
      self: `${base}/rest/api/2/customFieldOption/${id}`,
      value,
      id,
      disabled: false,
    });
    return parent && { ...bean(parent), ...(child && { child: bean(child) }) };
  },
};

const project: Kind = {
  accept: (value, { jira }) => {
    const wanted = textOf(value, "id") ?? textOf(value, "key");
    const found = jira.store.projects.find(({ id, key }) => id === wanted || key === wanted);
    return found ? { value: found.id } : error(`Project '${wanted ?? ""}' is not valid`);
  },
  show: (stored, { base }) => {
    const found = projects.find(({ id }) => id === stored);
    return found && showProject(found, base);
  },
};

export const listed = {
  priority: among("Priority", "priority", () => priorities),
  resolution: among("Resolution", "resolution", () => resolutions),
  security: among("Security level", "securitylevel", () => securityLevels),
  components: each(component),
  version,
  versions: each(version),
  option,
  options: each(option),
  cascade,
  "project-pick": project,
} satisfies Readonly<Record<string, Kind>>;

function optionIn(options: NonNullable<FieldDefinition["options"]>, wanted: unknown) {
  const id = textOf(wanted, "id");
  const text = textOf(wanted, "value");
  return options.find((one) => (id === undefined ? one.value === text : one.id === id));
}

function notValid(what: string, wanted: unknown): string {
  const id = textOf(wanted, "id");
  return id === undefined
    ? `${what} value '${textOf(wanted, "value") ?? ""}' is not valid`
    : `${what} id '${id}' is not valid`;
}

function showOption({ options }: FieldDefinition, stored: unknown, base: string): unknown {
  const found = options?.find(({ id }) => id === stored);
  return found && { self: `${base}/rest/api/2/customFieldOption/${found.id}`, ...found, disabled: false };
}

function pick(what: string, list: readonly Named[], value: unknown): Accepted {
  if (!isObject(value)) return error("data was not an object");
  const id = textOf(value, "id");
  const name = textOf(value, "name");
  const found = list.find((one) => (id === undefined ? one.name === name : one.id === id));
  if (found) return { value: found.id };
  return error(
    id === undefined ? `${what} name '${name ?? ""}' is not valid` : `${what} id '${id}' is not valid`,
  );
}
