/** The frame of every page, and what every form needs. */
import type { Exchange } from "../http/exchange.ts";
import { first } from "../http/exchange.ts";
import { html as htmlReply, redirect, type Reply } from "../http/reply.ts";
import type { Instance } from "../instance.ts";
import { html, type Markup } from "./html.ts";
import { style } from "./style.ts";

export interface Page {
  readonly title: string;
  readonly body: Markup;
  readonly status?: number;
  readonly narrow?: boolean;
  readonly headers?: Reply["headers"];
}

export function page({ base, user }: Exchange, { title, body, status = 200, narrow, headers }: Page): Reply {
  const who = user
    ? html`<a href="${base}/plugins/servlet/oauth/users/access-tokens">${user.displayName}</a>
        <a href="${base}/secure/Logout.jspa">Log out</a>`
    : html`<a href="${base}/login.jsp">Log in</a>`;
  const admin = user?.admin
    ? html`<a href="${base}/plugins/servlet/applinks/listApplicationLinks">Application links</a>
        <a href="${base}/secure/admin/whitelist">Allowlist</a>`
    : undefined;
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Acme Jira</title>
        <style>
          ${{ markup: style }}
        </style>
      </head>
      <body>
        <header><a class="name" href="${base}/">Acme Jira</a>${admin}<span class="who">${who}</span></header>
        <main class="${narrow ? "narrow" : ""}">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return htmlReply(status, markup, headers);
}

export function error(exchange: Exchange, status: number, title: string, text: string): Reply {
  return page(exchange, { status, title, body: html`<p class="error">${text}</p>`, narrow: true });
}

/** Hidden field that the form sends back. */
export function formToken({ session }: Exchange): Markup {
  return html`<input type="hidden" name="atl_token" value="${session?.formToken}" />`;
}

/** Set: the answer to a form that this session's pages did not send. */
export function refuseForeignForm(exchange: Exchange): Reply | undefined {
  const sent = first(exchange.form, "atl_token") ?? first(exchange.query, "atl_token");
  if (exchange.session && sent === exchange.session.formToken) return undefined;
  return error(exchange, 403, "XSRF Security Token Missing", "Xsrf token validation failed");
}

/** To the login page, and from there back here. */
export function toLogin(exchange: Exchange): Reply {
  const query = exchange.query
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
  const here = exchange.path + (query === "" ? "" : `?${query}`);
  return redirect(
    `${exchange.base}/login.jsp?permissionViolation=true&os_destination=${encodeURIComponent(here)}`,
  );
}

/** On login and authorize pages, where switched on. */
export function openerPolicy(jira: Instance): Reply["headers"] {
  return jira.faults.openerPolicy ? { "Cross-Origin-Opener-Policy": "same-origin" } : {};
}

/** Set: why an administrator's page is not shown. */
export function refuseOthers(exchange: Exchange): Reply | undefined {
  if (!exchange.user) return toLogin(exchange);
  if (exchange.user.admin) return undefined;
  return error(exchange, 403, "Access Denied", "You do not have the permissions to administer Jira.");
}
