/** What people see of OAuth: the question whether to allow, the code to copy, the list of what they allowed. */
import type { Token } from "../data/model.ts";
import { findLink, removeToken } from "../data/store.ts";
import { first, type Exchange } from "../http/exchange.ts";
import { redirect, type Reply } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { html } from "../web/html.ts";
import { error, formToken, openerPolicy, page, refuseForeignForm, toLogin } from "../web/page.ts";
import { formEncode } from "./problems.ts";
import { accessToken, requestToken } from "./provider.ts";

export const oauthRoutes = [
  route("POST", "/plugins/servlet/oauth/request-token", requestToken),
  route("POST", "/plugins/servlet/oauth/access-token", accessToken),
  route("GET", "/plugins/servlet/oauth/authorize", askUser),
  route("POST", "/plugins/servlet/oauth/authorize", takeAnswer),
  route("GET", "/plugins/servlet/oauth/users/access-tokens", listTokens),
  route("POST", "/plugins/servlet/oauth/users/access-tokens/revoke", revoke),
];

/** The token to be judged, or the page that says why not. */
function pendingToken(jira: Instance, exchange: Exchange): Token | Reply {
  const wanted = first(exchange.form, "oauth_token") ?? first(exchange.query, "oauth_token");
  const token = jira.store.data.tokens.find(({ token, kind }) => token === wanted && kind === "request");
  if (!token) {
    return error(exchange, 400, "Invalid request token", "This request token is not known, or was rejected.");
  }
  if (token.createdAt + token.timeToLive < jira.now()) {
    return error(
      exchange,
      400,
      "Expired request token",
      "This request token has expired. Please start again.",
    );
  }
  if (token.state !== "new") {
    return error(exchange, 400, "Used request token", "This request token has already been answered.");
  }
  return token;
}

function askUser(...[jira, exchange]: Parameters<Handler>) {
  if (!exchange.user) return toLogin(exchange);
  const token = pendingToken(jira, exchange);
  if ("body" in token) return token;
  const name = findLink(jira.store.data, token.consumerKey)?.incoming?.name ?? token.consumerKey;
  return page(exchange, {
    title: "Allow access?",
    narrow: true,
    headers: openerPolicy(jira),
    body: html`<p>
        <strong>${name}</strong> would like to have read and write access to your data on
        <strong>${new URL(exchange.base).host}</strong>.
      </p>
      <p>You are logged in as <strong>${exchange.user.displayName}</strong>.</p>
      <form method="post" action="${exchange.base}/plugins/servlet/oauth/authorize">
        ${formToken(exchange)}
        <input type="hidden" name="oauth_token" value="${token.token}" />
        <input type="hidden" name="oauth_callback" value="${first(exchange.query, "oauth_callback")}" />
        <button class="main" name="approve" value="Allow">Allow</button>
        <button name="deny" value="Deny">Deny</button>
      </form>`,
  });
}

function takeAnswer(...[jira, exchange]: Parameters<Handler>) {
  if (!exchange.user) return toLogin(exchange);
  const foreign = refuseForeignForm(exchange);
  if (foreign) return foreign;
  const token = pendingToken(jira, exchange);
  if ("body" in token) return token;
  const allowed = first(exchange.form, "approve") !== undefined;
  if (!allowed && first(exchange.form, "deny") === undefined) return askUser(jira, exchange, {});
  token.state = allowed ? "authorised" : "denied";
  token.userName = exchange.user.name;
  jira.store.save();
  const callback = callbackOf(jira, exchange, token);
  if (callback !== undefined) return redirect(callbackUrl(callback, token), openerPolicy(jira));
  return noCallbackPage(jira, exchange, token);
}

/** The token's own; else, for 1.0, what came with the page; else the link's. */
function callbackOf(jira: Instance, exchange: Exchange, token: Token): string | undefined {
  const sent = token.version === "1.0" ? first(exchange.form, "oauth_callback") : undefined;
  const valid = sent !== undefined && /^https?:\/\/./i.test(sent) ? sent : undefined;
  return token.callback ?? valid ?? findLink(jira.store.data, token.consumerKey)?.incoming?.callbackUrl;
}

/** Appended as text, even behind a fragment. */
function callbackUrl(callback: string, token: Token): string {
  const verifier = token.state === "denied" ? "denied" : (token.verifier ?? "");
  const answer = formEncode([
    ["oauth_token", token.token],
    ...(token.version === "1.0a" ? [["oauth_verifier", verifier] as const] : []),
  ]);
  return callback + (callback.includes("?") ? "&" : "?") + answer;
}

function noCallbackPage(jira: Instance, exchange: Exchange, token: Token): Reply {
  const name = findLink(jira.store.data, token.consumerKey)?.incoming?.name ?? token.consumerKey;
  if (token.state === "denied") {
    return page(exchange, {
      title: "Access denied",
      narrow: true,
      headers: openerPolicy(jira),
      body: html`<p>You have denied <strong>${name}</strong> access to your data.</p>`,
    });
  }
  return page(exchange, {
    title: "Access approved",
    narrow: true,
    headers: openerPolicy(jira),
    body: html`<p>You have successfully authorized <strong>${name}</strong>. Your verification code is</p>
      <p class="code big" id="verifier">${token.version === "1.0a" ? token.verifier : "not needed"}</p>
      <p>Enter it where you were asked for it.</p>`,
  });
}

function listTokens(...[jira, exchange]: Parameters<Handler>) {
  const { user, base } = exchange;
  if (!user) return toLogin(exchange);
  const own = jira.store.data.tokens.filter(
    ({ kind, userName }) => kind === "access" && userName === user.name,
  );
  const rows = own.map(
    (token) =>
      html`<tr>
        <td>${findLink(jira.store.data, token.consumerKey)?.incoming?.name ?? token.consumerKey}</td>
        <td>Read and write</td>
        <td>${new Date(token.createdAt).toISOString().slice(0, 10)}</td>
        <td>
          <form method="post" action="${base}/plugins/servlet/oauth/users/access-tokens/revoke">
            ${formToken(exchange)}<input type="hidden" name="token" value="${token.token}" />
            <button>Revoke OAuth access token</button>
          </form>
        </td>
      </tr>`,
  );
  return page(exchange, {
    title: "Authorized applications",
    body:
      own.length === 0
        ? html`<p>You have not authorized any application to act on your behalf.</p>`
        : html`<table>
            <tr>
              <th>Application</th>
              <th>Access</th>
              <th>Date of issue</th>
              <th>Actions</th>
            </tr>
            ${rows}
          </table>`,
  });
}

function revoke(...[jira, exchange]: Parameters<Handler>) {
  const { user, base } = exchange;
  if (!user) return toLogin(exchange);
  const foreign = refuseForeignForm(exchange);
  if (foreign) return foreign;
  const wanted = first(exchange.form, "token");
  const token = jira.store.data.tokens.find((one) => one.token === wanted && one.userName === user.name);
  if (token) removeToken(jira.store.data, token.token);
  jira.store.save();
  return redirect(`${base}/plugins/servlet/oauth/users/access-tokens`);
}
