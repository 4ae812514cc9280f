/** The `Jira` port over REST version 2, which Data Center 7 to 10 speak. */
import type { SignedFetch } from "../core/http.ts";
import type { Clock, Jira } from "../core/ports.ts";
import { attach, uploadRules } from "./attachments.ts";
import { addComment } from "./comments.ts";
import { createIssue } from "./createIssue.ts";
import { createScreens } from "./createScreen.ts";
import { createLookups } from "./lookups.ts";
import { issue, recentIssues, searchIssues } from "./issues.ts";
import { myself } from "./myself.ts";
import { projects, recentProjects } from "./projects.ts";
import { rendered } from "./rendered.ts";
import { mayEditProject, setTeamDefaults, teamDefaults } from "./teamDefaults.ts";
import { attachmentByMe, commentByMe, issueCreatedByMe, issuesCreatedByMe } from "./whatHappened.ts";

/** @param clock tells how far back to look, and how far Jira's clock is off. */
export function createJira(fetch: SignedFetch, clock: Clock): Jira {
  return {
    myself: (signal) => myself(fetch, signal),
    projects: (signal) => projects(fetch, signal),
    recentProjects: (signal) => recentProjects(fetch, signal),
    ...createScreens(fetch),
    teamDefaults: (key, signal) => teamDefaults(fetch, key, signal),
    setTeamDefaults: (key, defaults) => setTeamDefaults(fetch, key, defaults),
    mayEditProject: (key, signal) => mayEditProject(fetch, key, signal),
    createIssue: (content) => createIssue(fetch, content),
    ...createLookups(fetch),
    issue: (key, signal) => issue(fetch, key, signal),
    recentIssues: (signal) => recentIssues(fetch, signal),
    searchIssues: (text, signal) => searchIssues(fetch, text, signal),
    addComment: (key, body, internal) => addComment(fetch, key, { body, internal }),
    rendered: (markup, issueKey, signal) => rendered(fetch, markup, issueKey, signal),
    uploadRules: (signal) => uploadRules(fetch, signal),
    attach: (key, file, signal) => attach(fetch, key, file, signal),
    issuesCreatedByMe: (since) => issuesCreatedByMe({ fetch, clock, since }),
    issueCreatedByMe: (projectKey, summary, since) =>
      issueCreatedByMe({ fetch, clock, since }, projectKey, summary),
    commentByMe: (key, body, since) => commentByMe({ fetch, clock, since }, key, body),
    attachmentByMe: (key, file, since) => attachmentByMe({ fetch, clock, since }, key, file),
  };
}
