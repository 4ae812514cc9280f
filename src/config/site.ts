import { ConfigInvalid } from "../core/errors.ts";
import { object, optional, text, type Reader } from "../core/parse.ts";
import type { Site } from "../core/site.ts";
import { baseUrl, via } from "./addresses.ts";
import { needed } from "./needed.ts";
import { remedyFor } from "./remedies.ts";

/** @param pageUrl what a relative `via` belongs to. */
export function site(pageUrl: string): Reader<Site> {
  return object((field) => ({
    id: field("id", needed(id)),
    name: field("name", needed(filled)),
    baseUrl: field("baseUrl", needed(baseUrl)),
    via: field("via", optional(via(pageUrl))),
    consumerKey: field("consumerKey", needed(filled)),
    privateKey: field("privateKey", needed(pem)),
  }));
}

const id: Reader<string> = (value, path) => {
  const found = text(value, path);
  if (/^[a-z0-9-]+$/.test(found)) return found;
  throw new ConfigInvalid(path, "only a to z, 0 to 9 and - are allowed", remedyFor(path));
};

const filled: Reader<string> = (value, path) => {
  const found = text(value, path).trim();
  if (found === "") throw new ConfigInvalid(path, "is empty", remedyFor(path));
  return found;
};

/** Which kind of key it is, and whether it can be used, is for `oauth/` to say (KeyUnreadable). */
const pem: Reader<string> = (value, path) => {
  const found = text(value, path);
  if (!/-----BEGIN [A-Z0-9 ]+-----/.test(found))
    throw new ConfigInvalid(path, "has no line -----BEGIN …-----, so it is not a PEM key", remedyFor(path));
  if (found.includes("\\n"))
    throw new ConfigInvalid(path, "has \\\\n where \\n (a line break in JSON) is meant", remedyFor(path));
  return found;
};
