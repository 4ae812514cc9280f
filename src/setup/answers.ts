/** What an administrator decides once, brought to one form. Made from a command line or a page; see `readAnswers`. */

/** interfaces.md, "Relay rule": a location on the add-in's own host; Jira's host itself; CORS headers in front of Jira. */
export const hostingModes = ["relay", "same-origin", "cors"] as const;
export type HostingMode = (typeof hostingModes)[number];

export interface SetupAnswers {
  /** Jira's base URL as people open it, no slash at its end. Signed. */
  readonly jiraUrl: string;
  /** URL of the folder where the built site will be, no slash at its end: `https://addin.example.com/inlink`. */
  readonly host: string;
  readonly mode: HostingMode;
  /** Shown to users. */
  readonly siteName: string;
  readonly consumerKey: string;
  /** Where the proxy connects to instead of `jiraUrl`, such as `http://10.0.0.5:8080`: no path. undefined: `jiraUrl`. */
  readonly upstream: string | undefined;
  /** Origins besides Microsoft's that may show the pane in a frame: the company's own OWA, a sovereign cloud. */
  readonly framedBy: readonly string[];
  /** Whether browsers reach the two at addresses of the internet or of a private network. undefined: not said. */
  readonly reach: {
    readonly addin: "public" | "private" | undefined;
    readonly jira: "public" | "private" | undefined;
  };
  /** Page for users who need help; undefined: the add-in's own `assets/support.html`. */
  readonly supportUrl: string | undefined;
}
