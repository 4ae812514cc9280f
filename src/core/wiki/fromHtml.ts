import { printPage } from "./print.ts";
import { readHtml } from "./read.ts";

/**
 * The HTML of a mail as Jira wiki markup that reads the same. Pure, linear in the length, never throws:
 * what is not understood is text, and text never becomes markup.
 */
export function htmlToWiki(html: string): string {
  return printPage(readHtml(html));
}
