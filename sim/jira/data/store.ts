/** The data, in memory or in a folder: `data.json` and one file an attachment. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Data, Issue, IssueType, Link, Project, User } from "./model.ts";
import { projects, seed, users } from "./seed.ts";

export interface Store {
  /** Those of `seed.ts`, and what was recorded elsewhere. */
  readonly projects: readonly Project[];
  readonly data: Data;
  /** To be called after every change. */
  save(): void;
  newId(): string;
  putFile(id: string, bytes: Buffer): void;
  file(id: string): Buffer | undefined;
}

export function openStore(folder: string | undefined, now: number, more: readonly Project[]): Store {
  const store = folder === undefined ? inMemory(seed(now)) : onDisk(folder, now);
  return { ...store, projects: [...projects, ...more] };
}

function inMemory(data: Data): Omit<Store, "projects"> {
  const files = new Map<string, Buffer>();
  return {
    data,
    save: () => undefined,
    newId: () => String(data.nextId++),
    putFile: (id, bytes) => void files.set(id, bytes),
    file: (id) => files.get(id),
  };
}

function onDisk(folder: string, now: number): Omit<Store, "projects"> {
  const path = join(folder, "data.json");
  const filesFolder = join(folder, "files");
  mkdirSync(filesFolder, { recursive: true });
  // Written by `save` below, and by nobody else.
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Partial<Data>) : {};
  const data: Data = { ...seed(now), ...kept };
  const fileOf = (id: string) => join(filesFolder, id.replace(/\D/g, "_"));
  return {
    data,
    save: () => {
      // Renamed into place, so that a killed process leaves the old state and not half a file.
      writeFileSync(`${path}.new`, JSON.stringify(data, undefined, 1));
      renameSync(`${path}.new`, path);
    },
    newId: () => String(data.nextId++),
    putFile: (id, bytes) => {
      writeFileSync(fileOf(id), bytes);
    },
    file: (id) => (existsSync(fileOf(id)) ? readFileSync(fileOf(id)) : undefined),
  };
}

export function findUser(name: string | undefined): User | undefined {
  return users.find((user) => user.name === name);
}

/** By id or key, among those that the user may see. */
export function findProject(store: Store, idOrKey: string, user: User | undefined): Project | undefined {
  return projectsOf(store, user).find(({ id, key }) => id === idOrKey || key === idOrKey.toUpperCase());
}

export function projectsOf({ projects }: Store, user: User | undefined): readonly Project[] {
  return projects.filter((project) => mayCreate(user, project));
}

export function projectOf({ projects }: Store, issue: Issue): Project {
  const project = projects.find(({ key }) => key === issue.projectKey);
  if (!project) throw new Error(`No project ${issue.projectKey}`);
  return project;
}

export function typeOf(store: Store, issue: Issue): IssueType {
  const type = projectOf(store, issue).issueTypes.find(({ id }) => id === issue.issueTypeId);
  if (!type) throw new Error(`No issue type ${issue.issueTypeId}`);
  return type;
}

/** Its lead and administrators. */
export function mayEdit(user: User | undefined, project: Project): boolean {
  return user !== undefined && (user.admin || project.lead === user.name);
}

export function mayCreate(user: User | undefined, project: Project): boolean {
  return user !== undefined && (!project.members || project.members.includes(user.name));
}

/** Whether or not the user may see it. */
export function findIssue(data: Data, idOrKey: string): Issue | undefined {
  return data.issues.find(({ id, key }) => id === idOrKey || key === idOrKey.toUpperCase());
}

export function maySee(store: Store, user: User | undefined, issue: Issue): boolean {
  return mayCreate(user, projectOf(store, issue));
}

export function findLink(data: Data, consumerKey: string): Link | undefined {
  return data.links.find(({ incoming }) => incoming?.key === consumerKey);
}

/** Link, consumer and every token given to it. */
export function deleteLink(data: Data, link: Link): void {
  data.links.splice(data.links.indexOf(link), 1);
  const gone = link.incoming?.key;
  for (const token of data.tokens.filter(({ consumerKey }) => consumerKey === gone))
    removeToken(data, token.token);
}

export function removeToken(data: Data, token: string): void {
  const at = data.tokens.findIndex((candidate) => candidate.token === token);
  if (at >= 0) data.tokens.splice(at, 1);
}

/** @param most how many Jira remembers */
export function remember(recent: Record<string, string[]>, user: User, key: string, most = 50): void {
  const before = recent[user.name] ?? [];
  recent[user.name] = [key, ...before.filter((other) => other !== key)].slice(0, most);
}
