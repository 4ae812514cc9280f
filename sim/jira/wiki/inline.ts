/** Wiki markup within a paragraph, to HTML, in Jira's order: links, addresses, pictures, then effects. */
import type { Rendering } from "./blocks.ts";
import { effects } from "./effects.ts";
import { withAddressesKept, withLinksKept } from "./links.ts";

export function inline(text: string, rendering: Rendering): string {
  const kept = withAddressesKept(withLinksKept(text, rendering), rendering);
  return rendering.kept.html(effects(kept, rendering).replace(/\n/g, rendering.kept.inline("<br>")));
}
