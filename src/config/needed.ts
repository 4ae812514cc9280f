import { ConfigInvalid } from "../core/errors.ts";
import type { Reader } from "../core/parse.ts";
import { remedyFor } from "./remedies.ts";

/** Says "missing" of a key that is not there, where its reader would say "must be text". */
export function needed<Value>(read: Reader<Value>): Reader<Value> {
  return (value, path) => {
    if (value === undefined) throw new ConfigInvalid(path, "is missing", remedyFor(path));
    return read(value, path);
  };
}
