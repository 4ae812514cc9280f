/** The stand-in's back door, for tests, the bench and the demo: same process, no HTTP. */
import { users } from "./data/seed.ts";
import type { Attachment, Comment, RemoteLink, User } from "./data/model.ts";
import { deleteLink, findIssue, findLink, removeToken, typeOf } from "./data/store.ts";
import type { Connector, CorsAtEdge, DownMode, RateLimit, ServerInfoPatch } from "./faults.ts";
import type { Instance, LoggedRequest } from "./instance.ts";
import { newAccessToken } from "./oauth/provider.ts";
import { readPublicKey } from "./oauth/signature.ts";
import { showFields } from "./rest/issueView.ts";

export interface NewLink {
  readonly applicationUrl: string;
  readonly consumerKey: string;
  readonly consumerName: string;
  /** SPKI as PEM or bare base64, or a certificate. */
  readonly publicKey: string;
  readonly callbackUrl?: string;
  readonly twoLegged?: boolean;
  readonly twoLeggedImpersonation?: boolean;
  /** Name of the user as whom two-legged requests act. */
  readonly executeAs?: string;
}

export interface SeenIssue {
  readonly id: string;
  readonly key: string;
  readonly projectKey: string;
  /** By name. */
  readonly issueType: string;
  readonly creator: string;
  /** As REST shows them, without comments and attachments. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly comments: readonly Comment[];
  readonly attachments: readonly (Attachment & { readonly bytes: Buffer })[];
  readonly remoteLinks: readonly RemoteLink[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SeenToken {
  readonly token: string;
  readonly kind: "request" | "access";
  readonly consumerKey: string;
  readonly userName: string | undefined;
}

export interface JiraControl {
  /** Replaces a link with the same consumer key: its tokens are gone then, as after deleting it. */
  createLink(link: NewLink): void;
  deleteLink(consumerKey: string): void;
  /** An allowlist entry with Allow Incoming: `scheme://host[:port]`. */
  allow(origin: string): void;
  /** An access token of the user, as if the whole dance had been danced. */
  grant(userName: string, consumerKey: string): string;
  revokeTokens(userName: string): void;
  /** Access tokens of the user, or all, become too old. */
  expireTokens(userName?: string): void;
  tokens(): readonly SeenToken[];
  /** Milliseconds that Jira's clock is ahead. */
  setClockOffset(milliseconds: number): void;
  setDown(mode: DownMode): void;
  /** The next request whose path and query match is carried out, and the connection destroyed in place of the answer. */
  dropNextAnswerOf(path: RegExp, method?: string): void;
  /** What matches is carried out, and its answer held back until the function that this gives is called. */
  holdAnswersOf(path: RegExp): () => void;
  /** What Tomcat believes its address to be, where that is not the options'. No argument: back to them. */
  setConnector(connector?: Partial<Connector>): void;
  /** No argument: the truth again. */
  setServerInfo(patch?: ServerInfoPatch): void;
  setAttachments(on: boolean): void;
  /** The link stays, and refuses users' tokens. */
  setThreeLegged(consumerKey: string, on: boolean): void;
  /** Whether the proxy in front puts a page of its own in the place of every refusal. */
  setErrorPages(on: boolean): void;
  /** undefined: no proxy in front adds CORS headers. */
  setCorsAtEdge(cors: CorsAtEdge | undefined): void;
  /** Bytes. */
  setUploadLimit(bytes: number): void;
  /** Bytes of a whole request that the proxy in front takes; it answers 413 with HTML. undefined: no limit. */
  setProxyUploadLimit(bytes: number | undefined): void;
  /** undefined: not enforced. */
  setRateLimit(limit: RateLimit | undefined): void;
  /** Whether login and authorize pages send Cross-Origin-Opener-Policy: same-origin. */
  setOpenerPolicy(on: boolean): void;
  issues(): readonly SeenIssue[];
  issue(key: string): SeenIssue | undefined;
  users(): readonly Omit<User, "password">[];
  /** As if somebody had written it. */
  setProjectProperty(projectKey: string, key: string, value: unknown): void;
  log(): readonly LoggedRequest[];
}

export function createControl(jira: Instance): JiraControl {
  const { data } = jira.store;
  const removeLink = (consumerKey: string) => {
    const link = findLink(data, consumerKey);
    if (link) deleteLink(data, link);
    jira.store.save();
  };
  const issue = (key: string) => seenIssue(jira, key);
  return {
    createLink(link) {
      readPublicKey(link.publicKey);
      removeLink(link.consumerKey);
      data.links.push({
        id: jira.store.newId(),
        applicationUrl: link.applicationUrl,
        name: link.consumerName,
        incoming: {
          key: link.consumerKey,
          name: link.consumerName,
          publicKey: link.publicKey,
          callbackUrl: link.callbackUrl,
          twoLegged: link.twoLegged ?? false,
          twoLeggedImpersonation: link.twoLeggedImpersonation ?? false,
          executeAs: link.executeAs,
        },
      });
      jira.store.save();
    },
    deleteLink: removeLink,
    allow(origin) {
      if (!data.allowlist.includes(origin)) data.allowlist.push(origin);
      jira.store.save();
    },
    grant(userName, consumerKey) {
      const token = newAccessToken(jira, consumerKey, userName);
      data.tokens.push(token);
      jira.store.save();
      return token.token;
    },
    revokeTokens(userName) {
      for (const one of data.tokens.filter((token) => token.userName === userName))
        removeToken(data, one.token);
      jira.store.save();
    },
    expireTokens(userName) {
      for (const token of data.tokens) {
        const isMeant = userName === undefined || token.userName === userName;
        if (isMeant) token.createdAt = jira.now() - token.timeToLive - 1;
      }
      jira.store.save();
    },
    tokens: () =>
      data.tokens.map(({ token, kind, consumerKey, userName }) => ({ token, kind, consumerKey, userName })),
    setClockOffset: (milliseconds) => void (jira.faults.clockOffset = milliseconds),
    setDown: (mode) => void (jira.faults.down = mode),
    dropNextAnswerOf: (path, method) => void jira.faults.dropAnswers.push({ path, method }),
    holdAnswersOf(path) {
      let release: () => void = () => undefined;
      jira.faults.held = { path, released: new Promise((resolve) => (release = resolve)) };
      return () => {
        jira.faults.held = undefined;
        release();
      };
    },
    setConnector: (connector = {}) => void (jira.faults.connector = connector),
    setServerInfo: (patch = {}) => void (jira.faults.serverInfo = patch),
    setAttachments: (on) => void (jira.faults.attachments = on),
    setThreeLegged(consumerKey, on) {
      if (on) jira.faults.notThreeLegged.delete(consumerKey);
      else jira.faults.notThreeLegged.add(consumerKey);
    },
    setErrorPages: (on) => void (jira.faults.errorPages = on),
    setCorsAtEdge: (cors) => void (jira.faults.corsAtEdge = cors),
    setUploadLimit: (bytes) => void (jira.faults.uploadLimit = bytes),
    setProxyUploadLimit: (bytes) => void (jira.faults.proxyUploadLimit = bytes),
    setRateLimit(limit) {
      jira.faults.rateLimit = limit;
      jira.faults.buckets.clear();
    },
    setOpenerPolicy: (on) => void (jira.faults.openerPolicy = on),
    setProjectProperty: (projectKey, key, value) => {
      (data.projectProperties[projectKey] ??= {})[key] = value;
    },
    issues: () => data.issues.flatMap(({ key }) => issue(key) ?? []),
    issue,
    users: () =>
      users.map(({ name, key, displayName, emailAddress, admin, timeZone }) => ({
        name,
        key,
        displayName,
        emailAddress,
        admin,
        timeZone,
      })),
    log: () => [...jira.requests],
  };
}

function seenIssue(jira: Instance, key: string): SeenIssue | undefined {
  const issue = findIssue(jira.store.data, key);
  if (!issue) return undefined;
  const shown = Object.entries(showFields(jira, issue, "")).filter(
    ([id]) => id !== "comment" && id !== "attachment",
  );
  return {
    id: issue.id,
    key: issue.key,
    projectKey: issue.projectKey,
    issueType: typeOf(jira.store, issue).name,
    creator: issue.creator,
    fields: Object.fromEntries(shown),
    comments: [...issue.comments],
    attachments: issue.attachments.map((attachment) => ({
      ...attachment,
      bytes: jira.store.file(attachment.id) ?? Buffer.alloc(0),
    })),
    remoteLinks: [...issue.remoteLinks],
    properties: { ...issue.properties },
  };
}
