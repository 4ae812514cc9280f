/** The servlets that consumers call: request token, access token. No CORS, POST only. */
import { randomInt } from "node:crypto";
import type { Consumer, Token } from "../data/model.ts";
import { findLink, findUser, removeToken } from "../data/store.ts";
import { first, type Exchange } from "../http/exchange.ts";
import type { Reply } from "../http/reply.ts";
import type { Instance } from "../instance.ts";
import { parametersOf, requireParameters, validate } from "./message.ts";
import { formEncode, OAuthProblem, problemReply } from "./problems.ts";
import type { Pairs } from "./signature.ts";

/** Milliseconds. */
const requestTokenLife = 600_000;
const accessTokenLife = 157_680_000_000;
const sessionLife = accessTokenLife + 30 * 86_400_000;

function randomText(length: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}

export function requestToken(jira: Instance, exchange: Exchange): Reply {
  return answering(exchange, () => {
    const parameters = parametersOf(exchange);
    requireParameters(parameters, "oauth_consumer_key");
    const consumer = knownConsumer(jira, first(parameters, "oauth_consumer_key") ?? "");
    requireThreeLegged(jira, consumer.key);
    const asked = first(parameters, "oauth_callback");
    const callback = asked === undefined || asked === "oob" ? undefined : checkedCallback(asked);
    validate(jira, exchange, consumer);
    const token: Token = {
      token: randomText(32),
      secret: randomText(32),
      consumerKey: consumer.key,
      kind: "request",
      createdAt: jira.now(),
      timeToLive: requestTokenLife,
      version: asked === undefined ? "1.0" : "1.0a",
      callback,
      verifier: randomText(6),
      state: "new",
      userName: undefined,
      session: undefined,
    };
    jira.store.data.tokens.push(token);
    jira.store.save();
    return text([
      ["oauth_token", token.token],
      ["oauth_token_secret", token.secret],
      ...(token.version === "1.0a" ? [["oauth_callback_confirmed", "true"] as const] : []),
    ]);
  });
}

export function accessToken(jira: Instance, exchange: Exchange): Reply {
  return answering(exchange, () => {
    const parameters = parametersOf(exchange);
    requireParameters(parameters, "oauth_token");
    const token = jira.store.data.tokens.find(({ token }) => token === first(parameters, "oauth_token"));
    if (!token) throw new OAuthProblem("token_rejected");
    if (token.kind === "request") checkRequestToken(jira, token, parameters);
    else checkRenewal(jira, token, parameters);
    validate(jira, exchange, knownConsumer(jira, token.consumerKey));
    requireThreeLegged(jira, token.consumerKey);
    const user = findUser(token.userName);
    if (!user) throw new OAuthProblem("token_rejected");
    const access = newAccessToken(jira, token.consumerKey, user.name);
    removeToken(jira.store.data, token.token);
    jira.store.data.tokens.push(access);
    jira.store.save();
    return text([
      ["oauth_token", access.token],
      ["oauth_token_secret", access.secret],
      ["oauth_expires_in", String(accessTokenLife / 1000)],
      ["oauth_session_handle", access.session?.handle ?? ""],
      ["oauth_authorization_expires_in", String(sessionLife / 1000)],
    ]);
  });
}

function checkRequestToken(jira: Instance, token: Token, parameters: Pairs): void {
  if (token.createdAt + token.timeToLive < jira.now()) throw new OAuthProblem("token_expired");
  if (token.state === "new") throw new OAuthProblem("permission_unknown");
  if (token.state === "denied") throw new OAuthProblem("permission_denied");
  checkConsumer(token, parameters);
  if (token.version === "1.0a") {
    requireParameters(parameters, "oauth_verifier");
    if (first(parameters, "oauth_verifier") !== token.verifier) throw new OAuthProblem("token_rejected");
  }
}

function checkRenewal(jira: Instance, token: Token, parameters: Pairs): void {
  if (!token.session) throw new OAuthProblem("token_rejected");
  checkConsumer(token, parameters);
  requireParameters(parameters, "oauth_session_handle");
  if (first(parameters, "oauth_session_handle") !== token.session.handle)
    throw new OAuthProblem("token_rejected");
  if (token.createdAt + token.session.timeToLive < jira.now()) throw new OAuthProblem("permission_denied");
}

function checkConsumer(token: Token, parameters: Pairs): void {
  requireParameters(parameters, "oauth_consumer_key");
  if (first(parameters, "oauth_consumer_key") !== token.consumerKey) throw new OAuthProblem("token_rejected");
}

/** As after the whole dance. */
export function newAccessToken(jira: Instance, consumerKey: string, userName: string): Token {
  return {
    token: randomText(32),
    secret: randomText(32),
    consumerKey,
    kind: "access",
    createdAt: jira.now(),
    timeToLive: accessTokenLife,
    version: "1.0a",
    callback: undefined,
    verifier: undefined,
    state: "authorised",
    userName,
    session: { handle: randomText(32), timeToLive: sessionLife },
  };
}

function knownConsumer(jira: Instance, key: string): Consumer {
  const link = findLink(jira.store.data, key);
  if (!link?.incoming) throw new OAuthProblem("consumer_key_unknown");
  return link.incoming;
}

export function requireThreeLegged(jira: Instance, consumerKey: string): void {
  if (jira.faults.notThreeLegged.has(consumerKey)) throw new OAuthProblem("permission_denied");
}

function checkedCallback(text: string): string {
  if (/^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text)) return text;
  throw new OAuthProblem("parameter_rejected", [
    ["oauth_parameters_rejected", "oauth_callback"],
    [
      "oauth_problem_advice",
      "As per OAuth spec version 1.0 Revision A Section 6.1 <http://oauth.net/core/1.0a#auth_step1>, the " +
        "oauth_callback parameter is required and must be either a valid, absolute URI using the http or https " +
        "scheme, or 'oob' if the callback has been established out of band. The following invalid URI was " +
        `supplied '${text}'`,
    ],
  ]);
}

function answering(exchange: Exchange, work: () => Reply): Reply {
  try {
    return work();
  } catch (error) {
    const reply = problemReply(error, exchange.base);
    if (!reply) throw error;
    if (error instanceof OAuthProblem) exchange.oauthProblem = error.problem;
    return reply;
  }
}

function text(parameters: Pairs): Reply {
  return {
    status: 200,
    headers: { "Content-Type": "text/plain;charset=UTF-8" },
    body: formEncode(parameters),
  };
}
