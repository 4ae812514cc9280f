/** Jira's beans for people, projects and types. */
import type { IssueType, Project, User } from "../data/model.ts";

/** As Jira writes times: `2024-05-01T10:00:00.000+0000`. */
export function showTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "+0000");
}

export function showUser(user: User, base: string) {
  return {
    self: `${base}/rest/api/2/user?username=${encodeURIComponent(user.name)}`,
    name: user.name,
    key: user.key,
    emailAddress: user.emailAddress,
    avatarUrls: avatars(`${base}/secure/useravatar?ownerId=${user.key}`),
    displayName: user.displayName,
    active: true,
    timeZone: user.timeZone,
  };
}

export function showProject(project: Project, base: string) {
  return {
    self: `${base}/rest/api/2/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    avatarUrls: avatars(`${base}/secure/projectavatar?pid=${project.id}`),
    projectTypeKey: project.typeKey,
    archived: false,
  };
}

export function showIssueType(type: IssueType, base: string) {
  return {
    self: `${base}/rest/api/2/issuetype/${type.id}`,
    id: type.id,
    description: type.description,
    iconUrl: `${base}/secure/viewavatar?size=xsmall&avatarType=issuetype&avatarId=${type.id}`,
    name: type.name,
    subtask: type.subtask,
  };
}

function avatars(url: string) {
  return {
    "48x48": url,
    "24x24": `${url}&size=small`,
    "16x16": `${url}&size=xsmall`,
    "32x32": `${url}&size=medium`,
  };
}
