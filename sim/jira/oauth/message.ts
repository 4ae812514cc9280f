/** The parameters of one request and whether its signature holds: net.oauth's OAuthMessage and its validator. */
import type { Consumer } from "../data/model.ts";
import { first, mediaType, type Exchange } from "../http/exchange.ts";
import type { Instance } from "../instance.ts";
import { acceptedSkew } from "./nonces.ts";
import { formEncode, OAuthBreakdown, OAuthProblem } from "./problems.ts";
import { baseString, parseAuthorization, percentEncode, verifyRsaSha1, type Pairs } from "./signature.ts";

/** Header (without realm), query and form body, merged. */
export function parametersOf(exchange: Exchange): Pairs {
  const authorization = exchange.headers.authorization;
  return [
    ...(authorization === undefined ? [] : (parseAuthorization(authorization) ?? [])),
    ...exchange.query,
    ...(mediaType(exchange.headers) === "application/x-www-form-urlencoded" ? exchange.form : []),
  ];
}

export function requireParameters(parameters: Pairs, ...names: readonly string[]): void {
  const absent = names.filter((name) => first(parameters, name) === undefined);
  if (absent.length > 0) {
    throw new OAuthProblem("parameter_absent", [
      ["oauth_parameters_absent", absent.map(percentEncode).join("&")],
    ]);
  }
}

/** Steps in the order of Jira's validator; throws OAuthProblem or OAuthBreakdown. */
export function validate(jira: Instance, exchange: Exchange, consumer: Consumer): void {
  const parameters = parametersOf(exchange);
  checkMethod(parameters);
  checkSingle(parameters);
  checkVersion(parameters);
  checkTimestampAndNonce(jira, parameters);
  checkSignature(exchange, parameters, consumer);
}

function checkMethod(parameters: Pairs): void {
  requireParameters(parameters, "oauth_signature_method");
  if (first(parameters, "oauth_signature_method") !== "RSA-SHA1") {
    throw new OAuthProblem("signature_method_rejected");
  }
}

const singles = [
  "oauth_consumer_key",
  "oauth_token",
  "oauth_token_secret",
  "oauth_callback",
  "oauth_signature_method",
  "oauth_signature",
  "oauth_timestamp",
  "oauth_nonce",
  "oauth_version",
];

function checkSingle(parameters: Pairs): void {
  const repeated = singles
    .map((name) => parameters.filter(([key]) => key === name))
    .filter((found) => found.length > 1)
    .flat();
  if (repeated.length > 0) {
    throw new OAuthProblem("parameter_rejected", [["oauth_parameters_rejected", formEncode(repeated)]]);
  }
}

function checkVersion(parameters: Pairs): void {
  const version = first(parameters, "oauth_version");
  if (version !== undefined && Number(version) !== 1) {
    throw new OAuthProblem("version_rejected", [["oauth_acceptable_versions", "1.0-1.0"]]);
  }
}

function checkTimestampAndNonce(jira: Instance, parameters: Pairs): void {
  requireParameters(parameters, "oauth_timestamp", "oauth_nonce");
  const text = first(parameters, "oauth_timestamp") ?? "";
  if (!/^-?\d+$/.test(text)) throw new OAuthBreakdown(parameters);
  const timestamp = Number(text) * 1000;
  const now = jira.now();
  const least = Math.floor((now - acceptedSkew + 500) / 1000);
  const most = Math.floor((now + acceptedSkew + 500) / 1000);
  if (timestamp < least * 1000 || timestamp > most * 1000) {
    jira.options.log(
      "Failed to validate OAuth request due to invalid timestamp. This is most likely due to our system clock not " +
        "being synchronized with the consumer's clock.",
    );
    throw new OAuthProblem("timestamp_refused", [["oauth_acceptable_timestamps", `${least}-${most}`]]);
  }
  const use = {
    consumerKey: first(parameters, "oauth_consumer_key") ?? "",
    nonce: first(parameters, "oauth_nonce") ?? "",
    token: first(parameters, "oauth_token") ?? "",
    timestamp,
  };
  if (!jira.nonces.use(use, now)) throw new OAuthProblem("nonce_used");
}

function checkSignature(exchange: Exchange, parameters: Pairs, consumer: Consumer): void {
  requireParameters(parameters, "oauth_consumer_key", "oauth_signature_method", "oauth_signature");
  const signature = first(parameters, "oauth_signature") ?? "";
  const text = baseString(exchange.method, exchange.url, parameters);
  if (!verifyRsaSha1(text, signature, consumer.publicKey)) {
    throw new OAuthProblem("signature_invalid", [
      ["oauth_signature", signature],
      ["oauth_signature_base_string", text],
      ["oauth_signature_method", "RSA-SHA1"],
    ]);
  }
}
