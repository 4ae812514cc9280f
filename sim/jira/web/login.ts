import { findUser } from "../data/store.ts";
import { first, type Exchange } from "../http/exchange.ts";
import { redirect, type Reply } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { html } from "./html.ts";
import { openerPolicy, page } from "./page.ts";

export const loginRoutes = [
  route("GET", "/login.jsp", (jira, exchange) => loginPage(jira, exchange, false)),
  route("POST", "/login.jsp", logIn),
  route("GET", "/secure/Logout.jspa", (jira, exchange) => {
    if (exchange.session) jira.sessions.end(exchange.session.id);
    return redirect(`${exchange.base}/`, { "Set-Cookie": sessionCookie(jira, exchange, undefined) });
  }),
];

function loginPage(jira: Instance, exchange: Exchange, failed: boolean): Reply {
  const destination = first(exchange.form, "os_destination") ?? first(exchange.query, "os_destination");
  return page(exchange, {
    title: "Log in",
    narrow: true,
    headers: {
      ...openerPolicy(jira),
      ...(failed ? { "X-Seraph-LoginReason": "AUTHENTICATED_FAILED" } : {}),
    },
    body: html`${
        failed
          ? html`<p class="error" role="alert">
              Sorry, your username and password are incorrect - please try again.
            </p>`
          : undefined
      }
      <form method="post" action="${exchange.base}/login.jsp">
        <label>Username <input name="os_username" autocomplete="username" autofocus required /></label>
        <label
          >Password <input name="os_password" type="password" autocomplete="current-password" required
        /></label>
        <input type="hidden" name="os_destination" value="${destination}" />
        <button class="main" name="login">Log In</button>
      </form>`,
  });
}

function logIn(...[jira, exchange]: Parameters<Handler>) {
  const user = findUser(first(exchange.form, "os_username"));
  if (!user || user.password !== first(exchange.form, "os_password")) return loginPage(jira, exchange, true);
  if (exchange.session) jira.sessions.end(exchange.session.id);
  const session = jira.sessions.start(user.name);
  const destination = first(exchange.form, "os_destination") ?? "";
  // Only within this Jira.
  const path = /^\/(?![/\\])/.test(destination) ? destination : "/";
  return redirect(exchange.base + path, {
    "Set-Cookie": sessionCookie(jira, exchange, session.id),
    ...openerPolicy(jira),
  });
}

/** @param id undefined: take the cookie away */
export function sessionCookie(jira: Instance, exchange: Exchange, id: string | undefined): string {
  const path = jira.options.contextPath || "/";
  const secure = exchange.base.startsWith("https:") ? "; Secure" : "";
  const expired = id === undefined ? "; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT" : "";
  return `JSESSIONID=${id ?? ""}; Path=${path}${secure}; HttpOnly${expired}`;
}
