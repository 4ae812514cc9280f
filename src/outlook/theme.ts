import { callAsync } from "./callAsync.ts";
import { has, member } from "./member.ts";

export type Theme = "light" | "dark" | "contrast";

const contrastWanted = ["(forced-colors: active)", "(prefers-contrast: more)"] as const;
const darkWanted = "(prefers-color-scheme: dark)";

/**
 * Follows Outlook's theme where Outlook tells it, else the system's.
 * @param listener told at once, and after each change.
 * @returns how to stop.
 */
export function watchTheme(listener: (theme: Theme) => void): () => void {
  let office: unknown = member(Office.context, "officeTheme");
  let told: Theme | undefined;

  function tell(): void {
    const theme = themeFrom(office);
    if (theme === told) return;
    told = theme;
    listener(theme);
  }
  const queries = [...contrastWanted, darkWanted].map((query) => window.matchMedia(query));
  queries.forEach((query) => query.addEventListener("change", tell));
  tell();
  const stopOffice = watchOffice((theme) => {
    office = theme;
    tell();
  });
  return () => {
    queries.forEach((query) => query.removeEventListener("change", tell));
    stopOffice();
  };
}

function themeFrom(officeTheme: unknown): Theme {
  if (contrastWanted.some((query) => window.matchMedia(query).matches)) return "contrast";
  // In Outlook the theme has colours only; its `isDarkTheme` is for other applications.
  const light = lightness(member(officeTheme, "bodyBackgroundColor"));
  const dark = light === undefined ? window.matchMedia(darkWanted).matches : light < 0.5;
  return dark ? "dark" : "light";
}

/** @returns 0 (black) to 1 (white), by the weights of ITU-R BT.601; undefined where it is not `#rrggbb`. */
export function lightness(colour: unknown): number | undefined {
  const match = typeof colour === "string" ? /^#?([0-9a-f]{6})$/i.exec(colour) : null;
  if (!match) return undefined;
  const value = Number.parseInt(match[1] ?? "", 16);
  return (0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255)) / 255;
}

function watchOffice(listener: (theme: unknown) => void): () => void {
  const mailbox = Office.context.mailbox;
  const event = Office.EventType.OfficeThemeChanged;
  let stopped = false;
  if (!has(mailbox, "addHandlerAsync")) return () => undefined;
  callAsync<unknown>("mailbox.addHandlerAsync", (done) =>
    mailbox.addHandlerAsync(
      event,
      (args: unknown) => {
        if (!stopped) listener(member(args, "officeTheme"));
      },
      done,
    ),
  ).catch(() => undefined); // older Outlooks refuse this event: the theme is then the one of the start
  return () => {
    stopped = true;
  };
}
