/** What the renderer asks of the stand-in. */
export interface WikiContext {
  /** Jira's base URL. */
  readonly base: string;
  /** Address of an attachment by its name; undefined: there is none. */
  attachment(name: string): string | undefined;
  /** Display name by login name. */
  person(name: string): string | undefined;
  isIssue(key: string): boolean;
}
