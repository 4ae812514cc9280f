/** The forms of the application link dialog, in the words of Jira 8.22 and later. */
import type { Link } from "../data/model.ts";
import { first, type Exchange } from "../http/exchange.ts";
import type { Reply } from "../http/reply.ts";
import { html, type Markup } from "./html.ts";
import { formToken, page } from "./page.ts";

export const linksPath = "/plugins/servlet/applinks/listApplicationLinks";

/** What earlier steps asked travels on in hidden fields. */
function step(
  exchange: Exchange,
  title: string,
  { to, keep = [], body, problem, submit = "Continue" }: Step,
): Reply {
  const kept = keep.map(
    (name) => html`<input type="hidden" name="${name}" value="${first(exchange.form, name)}" />`,
  );
  return page(exchange, {
    title,
    narrow: true,
    status: problem === undefined ? 200 : 400,
    body: html`${problem === undefined ? undefined : html`<p class="error" role="alert">${problem}</p>`}
      <form method="post" action="${exchange.base}${linksPath}/${to}">
        ${formToken(exchange)}${kept}${body}
        <button class="main">${submit}</button> <a href="${exchange.base}${linksPath}">Cancel</a>
      </form>`,
  });
}

interface Step {
  /** Where the form goes, below the list's path. */
  readonly to: string;
  readonly keep?: readonly string[];
  readonly body: Markup;
  readonly problem?: string | undefined;
  readonly submit?: string;
}

export function chooseApplication(exchange: Exchange, problem?: string): Reply {
  return step(exchange, "Create link", {
    to: "create",
    problem,
    body: html`<fieldset>
        <legend>Application type</legend>
        <label class="tick">
          <input type="radio" name="kind" value="atlassian" checked /> Atlassian product
        </label>
        <label class="tick"><input type="radio" name="kind" value="external" /> External application</label>
      </fieldset>
      <label
        >Application URL <input name="applicationUrl" value="${first(exchange.form, "applicationUrl")}"
      /></label>`,
    submit: "Create new link",
  });
}

export function externalApplication(exchange: Exchange): Reply {
  return page(exchange, {
    title: "Configure an incoming link",
    narrow: true,
    body: html`<p>An external application is connected by OAuth 2.0: redirect URL, scopes, client ID.</p>
      <p class="warning">This Jira stand-in has no OAuth 2.0. For OAuth 1.0a choose “Atlassian product”.</p>
      <p><a href="${exchange.base}${linksPath}/create">Back</a></p>`,
  });
}

export function noResponse(exchange: Exchange): Reply {
  return step(exchange, "Configure Application URL", {
    to: "create/application",
    keep: ["applicationUrl"],
    body: html`<p class="warning">
        No response was received from the URL you entered - it may not be valid. Please fix the URL below, if
        needed, and click Continue.
      </p>
      <p class="code">${first(exchange.form, "applicationUrl")}</p>`,
  });
}

export function describeApplication(exchange: Exchange, problem?: string): Reply {
  return step(exchange, "Link applications", {
    to: "create/incoming",
    keep: ["applicationUrl"],
    problem,
    body: html`<label>Application Name <input name="name" value="${first(exchange.form, "name")}" /></label>
      <p>Application Type: Generic Application</p>
      <label class="tick"
        ><input type="checkbox" name="incoming" value="true" /> Create incoming link</label
      >`,
  });
}

export function describeConsumer(exchange: Exchange, problem?: string): Reply {
  return step(exchange, "Link applications", {
    to: "create/finish",
    keep: ["applicationUrl", "name", "incoming"],
    problem,
    body: consumerFields({
      key: first(exchange.form, "consumerKey"),
      name: first(exchange.form, "consumerName"),
      publicKey: first(exchange.form, "publicKey"),
    }),
  });
}

function consumerFields(values: { key?: string; name?: string; publicKey?: string }): Markup {
  return html`<label>Consumer Key <input name="consumerKey" value="${values.key}" /></label>
    <label>Consumer Name <input name="consumerName" value="${values.name}" /></label>
    <label>Public Key <textarea name="publicKey">${values.publicKey}</textarea></label>`;
}

/** Incoming Authentication: all that the first dialog does not ask. */
export function editIncoming(exchange: Exchange, link: Link, problem?: string): Reply {
  const { incoming } = link;
  const ticked = (on: boolean | undefined) => (on ? html`checked` : undefined);
  return step(exchange, `Incoming Authentication: ${link.name}`, {
    to: `${link.id}/edit`,
    problem,
    body: html`${consumerFields(incoming ?? {})}
      <label>Consumer Callback URL <input name="callbackUrl" value="${incoming?.callbackUrl}" /></label>
      <label class="tick">
        <input type="checkbox" name="twoLegged" value="true" ${ticked(incoming?.twoLegged)} /> Allow 2-Legged
        OAuth
      </label>
      <label>Execute as <input name="executeAs" value="${incoming?.executeAs}" /></label>
      <label class="tick">
        <input
          type="checkbox"
          name="twoLeggedImpersonation"
          value="true"
          ${ticked(incoming?.twoLeggedImpersonation)}
        />
        Allow user impersonation through 2-Legged OAuth
      </label>`,
    submit: "Save",
  });
}

export function confirmDelete(exchange: Exchange, link: Link): Reply {
  return step(exchange, `Delete ${link.name}?`, {
    to: `${link.id}/delete`,
    body: html`<p>
      The link to <strong>${link.applicationUrl}</strong> is removed, and every access token that users gave
      to it stops working.
    </p>`,
    submit: "Delete",
  });
}
