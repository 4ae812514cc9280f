/**
 * The servlet filter before REST and everything else: who signed this request?
 *
 * Only a request that carries all six parameters is looked at; any other passes untouched, as the cookie's user or
 * as nobody. For a three-legged request the token is judged before the signature.
 */
import { findLink, findUser } from "../data/store.ts";
import { first, header, type Exchange } from "../http/exchange.ts";
import type { Instance } from "../instance.ts";
import { parametersOf, validate } from "./message.ts";
import { OAuthNotAllowed, OAuthProblem } from "./problems.ts";
import { requireThreeLegged } from "./provider.ts";
import type { Pairs } from "./signature.ts";

const six = [
  "oauth_consumer_key",
  "oauth_token",
  "oauth_signature_method",
  "oauth_signature",
  "oauth_timestamp",
  "oauth_nonce",
];

/** Settles `exchange.user`; throws what `problemReply` words. */
export function authenticate(jira: Instance, exchange: Exchange): void {
  if (exchange.path.startsWith("/plugins/servlet/oauth/")) return;
  if (/Microsoft-WebDAV-MiniRedir|Darwin.*Finder|WebDAVFS/.test(header(exchange.headers, "user-agent") ?? ""))
    return;
  const parameters = parametersOf(exchange);
  if (!six.every((name) => first(parameters, name) !== undefined)) return;
  exchange.wasSigned = true;
  exchange.user = undefined;
  const token = first(parameters, "oauth_token") ?? "";
  if (token === "") twoLegged(jira, exchange, parameters);
  else threeLegged(jira, exchange, parameters);
}

function threeLegged(jira: Instance, exchange: Exchange, parameters: Pairs): void {
  const { data } = jira.store;
  const token = data.tokens.find((candidate) => candidate.token === first(parameters, "oauth_token"));
  if (token?.kind !== "access") throw new OAuthProblem("token_rejected");
  if (token.consumerKey !== first(parameters, "oauth_consumer_key")) throw new OAuthProblem("token_rejected");
  if (token.createdAt + token.timeToLive < jira.now()) throw new OAuthProblem("token_expired");
  const link = findLink(data, token.consumerKey);
  if (!link?.incoming) throw new OAuthProblem("consumer_key_unknown");
  validate(jira, exchange, link.incoming);
  requireThreeLegged(jira, token.consumerKey);
  const user = findUser(token.userName);
  if (!user) throw new OAuthProblem("token_rejected");
  exchange.user = user;
  exchange.signedFor = link;
}

function twoLegged(jira: Instance, exchange: Exchange, parameters: Pairs): void {
  const link = findLink(jira.store.data, first(parameters, "oauth_consumer_key") ?? "");
  if (!link?.incoming) throw new OAuthProblem("consumer_key_unknown");
  const { incoming } = link;
  const requestor = first(parameters, "xoauth_requestor_id") ?? first(parameters, "user_id");
  const allowed = requestor === undefined ? incoming.twoLegged : incoming.twoLeggedImpersonation;
  if (!allowed) throw new OAuthNotAllowed();
  validate(jira, exchange, incoming);
  const user = findUser(requestor ?? incoming.executeAs);
  if (requestor !== undefined && !user) throw new OAuthProblem("permission_denied");
  exchange.user = user;
  exchange.signedFor = link;
}
