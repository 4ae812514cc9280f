export interface JiraOptions {
  /** Tomcat's connector: what Jira believes its scheme to be, whatever the socket is. */
  readonly scheme: "https" | "http";
  /** Unless given, host and port come from the Host header. */
  readonly proxyName?: string;
  readonly proxyPort?: number;
  /** "/jira" unless told; "" for none. */
  readonly contextPath?: string;
  /** Whether X-Forwarded-Proto, -Host and -Port count. */
  readonly trustForwarded?: boolean;
  /** Keeps everything in this folder; without one, in memory. */
  readonly dataDir?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /**
   * Which generation of create metadata exists: "new" (Jira 9 and later, the default), "old" (before 8.4) or both; "cloud" is
   * the new one in Cloud's words.
   */
  readonly createMeta?: "new" | "old" | "both" | "cloud";
  /** "9.12.5" unless told. */
  readonly version?: string;
  /** Bytes of one attachment; 10 MiB unless told. */
  readonly uploadLimit?: number;
  /** How a file over the limit is refused: 413 unless told; Jira's own documentation says 404. */
  readonly tooLargeStatus?: 413 | 404;
  /** Attachments may be switched off; on unless told. */
  readonly attachments?: boolean;
  /** The database is MySQL with utf8mb3: what has four bytes in UTF-8 fails. It keeps all unless told. */
  readonly threeBytes?: boolean;
  /** Answers with create metadata of other Jiras, as parsed JSON: their projects are added. */
  readonly recorded?: readonly unknown[];
  /** What Jira would write to atlassian-jira.log. */
  readonly log?: (line: string) => void;
}
