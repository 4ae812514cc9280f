/**
 * Field values by kind: what is accepted, in Jira's words where not, and how a stored value is shown.
 *
 * Stored are ids and texts (a priority's id, a login name); shown is what REST answers.
 */
import { priorities } from "../data/fields.ts";
import type { FieldDefinition, FieldKind, Named, Project } from "../data/model.ts";
import { findUser, mayCreate } from "../data/store.ts";
import { isObject, textOf } from "../json.ts";
import { showUser } from "./show.ts";

export type Accepted = { readonly value: unknown } | { readonly error: string };

interface Kind {
  accept(value: unknown, field: FieldDefinition, project: Project): Accepted;
  show(stored: unknown, field: FieldDefinition, base: string, project: Project): unknown;
}

const tooLong = "The entered text is too long. It exceeds the allowed limit of 32,767 characters.";
const asStored = (stored: unknown) => stored;
const error = (text: string): Accepted => ({ error: text });

/** Settled elsewhere: by the issue itself. */
const fixed: Kind = { accept: (value) => ({ value }), show: asStored };

const kinds: Readonly<Record<FieldKind, Kind>> = {
  project: fixed,
  issuetype: fixed,
  parent: fixed,
  attachment: { accept: () => error("Field 'attachment' cannot be set."), show: asStored },
  summary: {
    accept: (value) => {
      if (typeof value !== "string") return error("Operation value must be a string");
      if (value.trim() === "") return error("You must specify a summary of the issue.");
      if (/[\r\n]/.test(value))
        return error("The summary is invalid because it contains newline characters.");
      return value.length > 255 ? error("Summary must be less than 255 characters.") : { value };
    },
    show: asStored,
  },
  text: {
    accept: (value) => {
      if (typeof value !== "string") return error("Operation value must be a string");
      return value.length > 255 ? error("Text must be less than 255 characters.") : { value };
    },
    show: asStored,
  },
  "long-text": {
    accept: (value) => {
      if (typeof value !== "string") return error("Operation value must be a string");
      return value.length > 32_767 ? error(tooLong) : { value };
    },
    show: asStored,
  },
  number: {
    accept: (value) => (typeof value === "number" ? { value } : error("Operation value must be a number")),
    show: asStored,
  },
  date: {
    accept: (value) => {
      if (typeof value !== "string") return error("Operation value must be a string");
      return isDate(value) ? { value } : error(`Error parsing date string: ${value}`);
    },
    show: asStored,
  },
  labels: {
    accept: (value) => {
      if (!Array.isArray(value)) return error("data was not an array");
      for (const label of value as unknown[]) {
        if (typeof label !== "string") return error("Operation value must be a string");
        if (/\s/.test(label)) return error(`The label '${label}' contains spaces which is invalid.`);
        if (label.length > 255) return error(`The label '${label}' exceeds the maximum length of 255.`);
      }
      return { value };
    },
    show: asStored,
  },
  priority: {
    accept: (value) => pick("Priority", priorities, value),
    show: (stored, _field, base) => named(priorities, stored, `${base}/rest/api/2/priority`),
  },
  components: {
    accept: (value, _field, project) => {
      if (!Array.isArray(value)) return error("data was not an array");
      const picked = value.map((one) => pick("Component", project.components, one));
      return (
        picked.find((one) => "error" in one) ?? {
          value: picked.map((one) => ("value" in one ? one.value : undefined)),
        }
      );
    },
    show: (stored, _field, base, project) =>
      listOf(stored).map((id) => named(project.components, id, `${base}/rest/api/2/component`)),
  },
  user: {
    accept: (value, field, project) => {
      if (!isObject(value)) return error("data was not an object");
      const user = findUser(textOf(value, "name"));
      if (!user) return error(`User '${textOf(value, "name") ?? ""}' does not exist.`);
      if (field.id === "assignee" && !mayCreate(user, project)) {
        return error(`User '${user.name}' cannot be assigned issues.`);
      }
      return { value: user.name };
    },
    show: (stored, _field, base) => {
      const user = findUser(typeof stored === "string" ? stored : undefined);
      return user && showUser(user, base);
    },
  },
  option: {
    accept: (value, field) => {
      if (!isObject(value)) return error("Specify a valid 'id' or 'name' for " + field.name);
      const id = textOf(value, "id");
      const text = textOf(value, "value");
      const found = field.options?.find((option) => option.id === id || option.value === text);
      if (found) return { value: found.id };
      return error(
        id === undefined ? `Option value '${text ?? ""}' is not valid` : `Option id '${id}' is not valid`,
      );
    },
    show: (stored, field, base) => {
      const option = field.options?.find(({ id }) => id === stored);
      return (
        option && { self: `${base}/rest/api/2/customFieldOption/${option.id}`, ...option, disabled: false }
      );
    },
  },
};

export function acceptValue(value: unknown, field: FieldDefinition, project: Project): Accepted {
  return kinds[field.kind].accept(value, field, project);
}

export function showValue(stored: unknown, field: FieldDefinition, base: string, project: Project): unknown {
  if (stored === undefined || stored === null) return field.schema["type"] === "array" ? [] : null;
  return kinds[field.kind].show(stored, field, base, project) ?? null;
}

/** Of create metadata; undefined for a field that lists none. */
export function allowedValues(field: FieldDefinition, project: Project, base: string): unknown {
  switch (field.kind) {
    case "priority":
      return priorities.map(({ id }) => showValue(id, field, base, project));
    case "components":
      return showValue(
        project.components.map(({ id }) => id),
        field,
        base,
        project,
      );
    case "option":
      return field.options?.map(({ id }) => showValue(id, field, base, project));
    case "project":
    case "issuetype":
    case "parent":
    case "attachment":
    case "summary":
    case "text":
    case "long-text":
    case "number":
    case "date":
    case "labels":
    case "user":
      return undefined;
  }
}

function pick(what: string, among: readonly Named[], value: unknown): Accepted {
  if (!isObject(value)) return error("data was not an object");
  const id = textOf(value, "id");
  const name = textOf(value, "name");
  const found = among.find((one) => (id === undefined ? one.name === name : one.id === id));
  if (found) return { value: found.id };
  return error(
    id === undefined ? `${what} name '${name ?? ""}' is not valid` : `${what} id '${id}' is not valid`,
  );
}

function named(among: readonly Named[], id: unknown, self: string): unknown {
  const found = among.find((one) => one.id === id);
  return found && { self: `${self}/${found.id}`, ...found };
}

function listOf(stored: unknown): readonly unknown[] {
  return Array.isArray(stored) ? stored : [];
}

/** `yyyy-mm-dd`, and a day that exists. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
