/** What fields choose from, beside what belongs to a project. */
import type { Named } from "./model.ts";

export const priorities: readonly Named[] = [
  { id: "1", name: "Highest" },
  { id: "2", name: "High" },
  { id: "3", name: "Medium" },
  { id: "4", name: "Low" },
  { id: "5", name: "Lowest" },
];

export const resolutions: readonly Named[] = [
  { id: "10000", name: "Done" },
  { id: "10001", name: "Won't Do" },
];

export const securityLevels: readonly Named[] = [
  { id: "10400", name: "Internal" },
  { id: "10401", name: "Management" },
];

/** Keys of objects in Assets. */
export const assets: readonly string[] = ["IT-7", "IT-8"];

export const groups: readonly string[] = ["jira-administrators", "jira-users", "support-team"];

export const sprints: readonly { readonly id: number; readonly name: string; readonly state: string }[] = [
  { id: 41, name: "Sprint 41", state: "closed" },
  { id: 42, name: "Sprint 42", state: "active" },
  { id: 43, name: "Sprint 43", state: "future" },
];

export const linkTypes: readonly (Named & { readonly inward: string; readonly outward: string })[] = [
  { id: "10000", name: "Blocks", inward: "is blocked by", outward: "blocks" },
  { id: "10003", name: "Relates", inward: "relates to", outward: "relates to" },
];
