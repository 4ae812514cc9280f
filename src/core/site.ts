/** config.json, as `config/` reads it. Frozen; every page gets it from `pages/`. */

export interface Config {
  readonly version: 1;
  /** At least one. */
  readonly sites: readonly Site[];
  /** Host names, lower case. */
  readonly neverSend: readonly string[];
  /** Paths of keys that mean nothing to this version, such as `sites[0].consumer_key`: the doctor shows them. */
  readonly unknownKeys: readonly string[];
}

/** One Jira. */
export interface Site {
  /** Stable: names the site in roaming settings and addresses. `[a-z0-9-]+` */
  readonly id: string;
  /** Shown to users. */
  readonly name: string;
  /** The address that people open and that is signed; no slash at its end. */
  readonly baseUrl: string;
  /** Absolute; replaces `baseUrl` as the prefix of every fetch. No slash at its end. */
  readonly via?: string;
  readonly consumerKey: string;
  /** PEM text. A secret: for `oauth/` only. */
  readonly privateKey: string;
}
