/** What is found by searching: people, groups, labels, issues, sprints. */
import { assets, groups, linkTypes, sprints } from "../../data/lists.ts";
import { findIssue, findUser, mayCreate, typeOf } from "../../data/store.ts";
import { isObject, textOf } from "../../json.ts";
import { showUser } from "../show.ts";
import { asStored, each, error, type Kind } from "./kind.ts";

const user: Kind = {
  accept: (value, { field, project }) => {
    if (!isObject(value)) return error("data was not an object");
    const found = findUser(textOf(value, "name"));
    if (!found) return error(`User '${textOf(value, "name") ?? ""}' does not exist.`);
    if (field.id === "assignee" && !mayCreate(found, project))
      return error(`User '${found.name}' cannot be assigned issues.`);
    return { value: found.name };
  },
  show: (stored, { base }) => {
    const found = findUser(typeof stored === "string" ? stored : undefined);
    return found && showUser(found, base);
  },
};

const group: Kind = {
  accept: (value) => {
    if (!isObject(value)) return error("data was not an object");
    const name = textOf(value, "name") ?? "";
    return groups.includes(name) ? { value: name } : error(`Could not find group with names: ${name}`);
  },
  show: (stored, { base }) => ({
    name: stored,
    self: `${base}/rest/api/2/group?groupname=${encodeURIComponent(String(stored))}`,
  }),
};

const label: Kind = {
  accept: (value) => {
    if (typeof value !== "string") return error("Operation value must be a string");
    if (/\s/.test(value)) return error(`The label '${value}' contains spaces which is invalid.`);
    return value.length > 255 ? error(`The label '${value}' exceeds the maximum length of 255.`) : { value };
  },
  show: asStored,
};

export const found = {
  user,
  users: each(user),
  group,
  groups: each(group),
  labels: each(label),
  "epic-link": {
    accept: (value, { jira }) => {
      if (typeof value !== "string") return error("Operation value must be a string");
      const issue = findIssue(jira.store.data, value);
      // Jira answers with the name of its own text.
      return issue && typeOf(jira.store, issue).name === "Epic"
        ? { value: issue.key }
        : error("gh.epic.error.not.found");
    },
    show: asStored,
  },
  sprint: {
    accept: (value) => {
      if (typeof value !== "number") return error("Number value expected as the Sprint id.");
      return sprints.some(({ id }) => id === value)
        ? { value }
        : error(`Sprint with id ${value} does not exist.`);
    },
    show: (stored) => {
      const one = sprints.find(({ id }) => id === stored);
      return one && [`com.atlassian.greenhopper.service.sprint.Sprint@1[id=${one.id},name=${one.name}]`];
    },
  },
  /** A list of keys, whether the field is for one object or for several. */
  assets: each({
    accept: (value) => {
      const key = textOf(value, "key") ?? "";
      return assets.includes(key) ? { value: key } : error(`No object with the key '${key}' was found.`);
    },
    show: (stored) => ({ key: stored }),
  }),
  /** One `add` of `update`. */
  issuelinks: {
    accept: (value, { jira }) => {
      if (!isObject(value)) return error("data was not an object");
      const name = textOf(value["type"], "name");
      if (!linkTypes.some((type) => type.name === name))
        return error(`No issue link type with name '${name ?? ""}' found.`);
      const key = textOf(value["outwardIssue"], "key") ?? textOf(value["inwardIssue"], "key") ?? "";
      const issue = findIssue(jira.store.data, key);
      if (!issue) return error("Issue Does Not Exist");
      return { value: { type: name, way: "inwardIssue" in value ? "inward" : "outward", key: issue.key } };
    },
    show: asStored,
  },
} satisfies Readonly<Record<string, Kind>>;
