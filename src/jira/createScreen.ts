/**
 * What can be created: issue types of a project, fields of a type.
 *
 * Jira has had two ways to tell, and between 8.4 and 9 both. Which one this Jira has is seen by asking, not by
 * its version, which a proxy or a backport makes a bad witness; and is remembered for the session.
 */
import { JiraRejected, JiraUnexpected } from "../core/errors.ts";
import type { SignedFetch } from "../core/http.ts";
import type { Jira } from "../core/ports.ts";
import type { CreateMeta } from "./createMeta.ts";
import { pagedCreateMeta } from "./pagedCreateMeta.ts";
import { wholeCreateMeta } from "./wholeCreateMeta.ts";

export function createScreens(fetch: SignedFetch): Pick<Jira, "issueTypes" | "createScreen"> {
  let known: CreateMeta | undefined;

  async function from<Value>(
    generation: CreateMeta,
    question: (generation: CreateMeta) => Promise<Value>,
  ): Promise<Value> {
    const answer = await question(generation);
    known = generation;
    return answer;
  }

  async function eitherWay<Value>(question: (generation: CreateMeta) => Promise<Value>): Promise<Value> {
    if (known) return await question(known);
    try {
      return await from(pagedCreateMeta, question);
    } catch (newer) {
      if (!isAbsent(newer)) throw newer;
      try {
        return await from(wholeCreateMeta, question);
      } catch (older) {
        throw isAbsent(older) ? newer : older;
      }
    }
  }

  return {
    issueTypes: (projectKey, signal) => eitherWay((meta) => meta.issueTypes(fetch, projectKey, signal)),
    createScreen: async (projectKey, issueTypeId, signal) => ({
      projectKey,
      issueTypeId,
      fields: await eitherWay((meta) => meta.fields(fetch, { projectKey, issueTypeId }, signal)),
    }),
  };
}

/** The path is not there; said by Jira, or by the Tomcat it runs in. */
function isAbsent(error: unknown): boolean {
  if (!(error instanceof JiraRejected || error instanceof JiraUnexpected)) return false;
  return error.status === 404 || error.status === 405;
}
