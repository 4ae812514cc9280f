/** Ready configuration for every kind of web server: the administrator takes the files of the one that is there. */
import { apacheFiles } from "./apache.ts";
import { caddyFiles } from "./caddy.ts";
import { haproxyFiles } from "./haproxy.ts";
import type { Hosting, ProxyFile } from "./hosting.ts";
import { iisFiles } from "./iis.ts";
import { nginxFiles } from "./nginx.ts";

/** Throws ConfigInvalid for an address with characters that a configuration cannot hold safely. */
export function proxyFiles(hosting: Hosting): readonly ProxyFile[] {
  return [nginxFiles, apacheFiles, caddyFiles, iisFiles, haproxyFiles].flatMap((files) => files(hosting));
}
