/** What lies beside the page: the only requests that it makes. */
import type { EarlierTexts } from "../../ui/setup/readEarlier.ts";

/** Address of the page's own folder, no slash at its end. */
function folder(): URL {
  return new URL(".", window.location.href);
}

/** undefined where Outlook could not load from it. */
export function ownFolder(): string | undefined {
  const { protocol, origin, pathname } = folder();
  return protocol === "https:" ? origin + pathname.replace(/\/$/, "") : undefined;
}

/** Nothing on a page from the disk, where browsers let no page read its neighbours. */
export async function findEarlier(): Promise<EarlierTexts> {
  if (!folder().protocol.startsWith("http")) return {};
  const [config, manifest] = await Promise.all([textOf("config.json"), textOf("manifest.xml")]);
  // Some hosts answer with a page of theirs where there is no file.
  return { config: config?.trimStart().startsWith("<") ? undefined : config, manifest: isManifest(manifest) };
}

function isManifest(text: string | undefined): string | undefined {
  return text?.includes("<OfficeApp") ? text : undefined;
}

async function textOf(name: string): Promise<string | undefined> {
  try {
    const answer = await fetch(name, { credentials: "omit", cache: "no-cache" });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined; // No answer: the administrator can still choose the file.
  }
}
