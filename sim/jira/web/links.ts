/** Administration: application links. */
import type { Consumer, Link } from "../data/model.ts";
import { deleteLink, findLink } from "../data/store.ts";
import { first, type Exchange } from "../http/exchange.ts";
import { redirect, type Reply } from "../http/reply.ts";
import { route, type Handler, type Route } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { readPublicKey } from "../oauth/signature.ts";
import { html } from "./html.ts";
import {
  chooseApplication,
  confirmDelete,
  describeApplication,
  describeConsumer,
  editIncoming,
  externalApplication,
  linksPath,
  noResponse,
} from "./linkForms.ts";
import { error, page, refuseForeignForm, refuseOthers } from "./page.ts";

export const linkRoutes: readonly Route[] = [
  route("GET", linksPath, adminOnly(listLinks)),
  route(
    "GET",
    `${linksPath}/create`,
    adminOnly((_jira, exchange) => chooseApplication(exchange)),
  ),
  route("POST", `${linksPath}/create`, adminOnly(applicationChosen)),
  route(
    "POST",
    `${linksPath}/create/application`,
    adminOnly((_jira, exchange) => describeApplication(exchange)),
  ),
  route("POST", `${linksPath}/create/incoming`, adminOnly(applicationDescribed)),
  route("POST", `${linksPath}/create/finish`, adminOnly(consumerDescribed)),
  route("GET", `${linksPath}/{id}`, adminOnly(withLink((_jira, exchange, link) => showLink(exchange, link)))),
  route(
    "GET",
    `${linksPath}/{id}/edit`,
    adminOnly(withLink((_jira, exchange, link) => editIncoming(exchange, link))),
  ),
  route("POST", `${linksPath}/{id}/edit`, adminOnly(withLink(edited))),
  route(
    "GET",
    `${linksPath}/{id}/delete`,
    adminOnly(withLink((_jira, exchange, link) => confirmDelete(exchange, link))),
  ),
  route("POST", `${linksPath}/{id}/delete`, adminOnly(withLink(deleted))),
];

/** Also keeps out forms that were not sent by this session's pages. */
export function adminOnly(handler: Handler): Handler {
  return (jira, exchange, path) =>
    refuseOthers(exchange) ??
    (exchange.method === "POST" ? refuseForeignForm(exchange) : undefined) ??
    handler(jira, exchange, path);
}

function withLink(handler: (jira: Instance, exchange: Exchange, link: Link) => Reply): Handler {
  return (jira, exchange, path) => {
    const link = jira.store.data.links.find(({ id }) => id === path["id"]);
    return link
      ? handler(jira, exchange, link)
      : error(exchange, 404, "Application link not found", "It may have been deleted.");
  };
}

function listLinks(...[jira, exchange]: Parameters<Handler>) {
  const { base } = exchange;
  const rows = jira.store.data.links.map(
    ({ id, name, applicationUrl, incoming }) =>
      html`<tr>
        <td><a href="${base}${linksPath}/${id}">${name}</a></td>
        <td>${applicationUrl}</td>
        <td>${incoming ? "OAuth 1.0a" : "None"}</td>
        <td>
          <a href="${base}${linksPath}/${id}/edit">Edit</a>
          <a href="${base}${linksPath}/${id}/delete">Delete</a>
        </td>
      </tr>`,
  );
  return page(exchange, {
    title: "Application links",
    body: html`<p><a href="${base}${linksPath}/create">Create link</a></p>
      <table>
        <tr>
          <th>Application</th>
          <th>Application URL</th>
          <th>Incoming</th>
          <th>Actions</th>
        </tr>
        ${rows}
      </table>`,
  });
}

function applicationChosen(...[jira, exchange]: Parameters<Handler>) {
  if (first(exchange.form, "kind") === "external") return externalApplication(exchange);
  const url = first(exchange.form, "applicationUrl") ?? "";
  if (!/^https?:\/\/[^/\s]+/i.test(url) || !URL.canParse(url)) {
    return chooseApplication(exchange, "The URL is not valid.");
  }
  if (jira.store.data.links.some(({ applicationUrl }) => applicationUrl === url)) {
    return chooseApplication(exchange, "An application link to this URL already exists.");
  }
  // Nobody asks whether it answers: an incoming link works without.
  return noResponse(exchange);
}

function applicationDescribed(...[jira, exchange]: Parameters<Handler>) {
  if ((first(exchange.form, "name") ?? "").trim() === "") {
    return describeApplication(exchange, "The Application Name is required.");
  }
  if (first(exchange.form, "incoming") === "true") return describeConsumer(exchange);
  return add(jira, exchange, undefined);
}

function consumerDescribed(...[jira, exchange]: Parameters<Handler>) {
  const consumer = consumerOf(jira, exchange, undefined);
  return typeof consumer === "string" ? describeConsumer(exchange, consumer) : add(jira, exchange, consumer);
}

function add(jira: Instance, exchange: Exchange, incoming: Consumer | undefined): Reply {
  jira.store.data.links.push({
    id: jira.store.newId(),
    applicationUrl: first(exchange.form, "applicationUrl") ?? "",
    name: first(exchange.form, "name") ?? "",
    incoming,
  });
  jira.store.save();
  return redirect(exchange.base + linksPath);
}

/** The form's consumer, or what is wrong with it. */
function consumerOf(jira: Instance, { form }: Exchange, link: Link | undefined): Consumer | string {
  const text = (name: string) => (first(form, name) ?? "").trim();
  const [key, name, publicKey] = [text("consumerKey"), text("consumerName"), text("publicKey")];
  if (key === "") return "The Consumer Key is required.";
  if (name === "") return "The Consumer Name is required.";
  const other = findLink(jira.store.data, key);
  if (other && other !== link) return "This Consumer Key is already in use.";
  try {
    readPublicKey(publicKey);
  } catch {
    return "The Public Key is not valid: an RSA key in X.509 form is needed.";
  }
  const callbackUrl = text("callbackUrl");
  if (callbackUrl !== "" && !URL.canParse(callbackUrl)) return "The Consumer Callback URL is not valid.";
  return {
    key,
    name,
    publicKey,
    callbackUrl: callbackUrl || undefined,
    twoLegged: first(form, "twoLegged") === "true",
    twoLeggedImpersonation: first(form, "twoLeggedImpersonation") === "true",
    executeAs: text("executeAs") || undefined,
  };
}

function showLink(exchange: Exchange, link: Link): Reply {
  const { incoming } = link;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Application URL", link.applicationUrl],
    ["Consumer Key", incoming?.key],
    ["Consumer Name", incoming?.name],
    ["Public Key", incoming?.publicKey],
    ["Consumer Callback URL", incoming && (incoming.callbackUrl ?? "None")],
    ["Allow 2-Legged OAuth", incoming && (incoming.twoLegged ? "Yes" : "No")],
    ["Execute as", incoming?.executeAs],
    [
      "Allow user impersonation through 2-Legged OAuth",
      incoming && (incoming.twoLeggedImpersonation ? "Yes" : "No"),
    ],
  ];
  return page(exchange, {
    title: link.name,
    body: html`<dl class="facts">
        ${facts.map(([name, value]) =>
          value === undefined
            ? html``
            : html`<dt>${name}</dt>
                <dd>${value}</dd>`,
        )}
      </dl>
      <p>
        <a href="${exchange.base}${linksPath}/${link.id}/edit">Edit</a>
        <a href="${exchange.base}${linksPath}/${link.id}/delete">Delete</a>
      </p>`,
  });
}

function edited(jira: Instance, exchange: Exchange, link: Link): Reply {
  const consumer = consumerOf(jira, exchange, link);
  if (typeof consumer === "string") return editIncoming(exchange, link, consumer);
  link.incoming = consumer;
  jira.store.save();
  return redirect(`${exchange.base}${linksPath}/${link.id}`);
}

function deleted(jira: Instance, exchange: Exchange, link: Link): Reply {
  deleteLink(jira.store.data, link);
  jira.store.save();
  return redirect(exchange.base + linksPath);
}
