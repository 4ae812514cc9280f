/** Outlook's two themes as add-ins are told of them. */

export type ThemeName = "light" | "dark";

export interface OfficeColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export const officeThemes: Readonly<Record<ThemeName, OfficeColours>> = {
  light: {
    bodyBackgroundColor: "#ffffff",
    bodyForegroundColor: "#242424",
    controlBackgroundColor: "#f5f5f5",
    controlForegroundColor: "#242424",
  },
  dark: {
    bodyBackgroundColor: "#292929",
    bodyForegroundColor: "#ffffff",
    controlBackgroundColor: "#1f1f1f",
    controlForegroundColor: "#ffffff",
  },
};

/** The event carries each colour as a number, which the library turns into `#rrggbb`. */
export function themeEventData(theme: ThemeName): readonly [string] {
  const numbers = Object.entries(officeThemes[theme]).map(([name, colour]): [string, number] => [
    name,
    Number.parseInt(String(colour).slice(1), 16),
  ]);
  return [JSON.stringify(Object.fromEntries(numbers))];
}
