import { lightness, watchTheme } from "../../src/outlook/theme.ts";
import { answer, installOffice, installWindow, removeOffice } from "./fakeOffice.ts";

afterEach(removeOffice);

/** A system whose media queries are those listed, and an Outlook with or without a theme. */
function environment(matching: readonly string[], officeTheme?: unknown) {
  installWindow();
  const listening = new Set<() => void>();
  let now = matching;
  Object.assign(window, {
    matchMedia: (query: string) => ({
      get matches() {
        return now.includes(query);
      },
      addEventListener: (_event: string, listener: () => void) => listening.add(listener),
      removeEventListener: (_event: string, listener: () => void) => listening.delete(listener),
    }),
  });
  let handler: (event: unknown) => void = () => undefined;
  const addHandlerAsync = (_event: string, given: typeof handler, done: (result: unknown) => void) => {
    handler = given;
    done(answer());
  };
  installOffice({ context: { officeTheme, mailbox: { addHandlerAsync } } });
  return {
    system(next: readonly string[]) {
      now = next;
      listening.forEach((listener) => listener());
    },
    office: (theme: unknown) => handler({ officeTheme: theme }),
    listening,
  };
}

const dark = "(prefers-color-scheme: dark)";
const forced = "(forced-colors: active)";

describe("the theme", () => {
  it.each([
    ["Outlook's own dark one", [], { bodyBackgroundColor: "#1F1F1F" }, "dark"],
    ["Outlook's own light one, against the system's", [dark], { bodyBackgroundColor: "#ffffff" }, "light"],
    ["the system's, where Outlook tells none", [dark], undefined, "dark"],
    ["the system's, where Outlook's colour is not one", [], { bodyBackgroundColor: "Window" }, "light"],
    ["high contrast, whatever Outlook says", [forced], { bodyBackgroundColor: "#ffffff" }, "contrast"],
    ["high contrast, where the user prefers more", ["(prefers-contrast: more)"], undefined, "contrast"],
  ])("is %s", (_what, matching, officeTheme, theme) => {
    environment(matching, officeTheme);
    const listener = jest.fn();
    watchTheme(listener);
    expect(listener.mock.calls).toEqual([[theme]]);
  });

  it("follows Outlook and the system, and tells each change once", () => {
    const world = environment([]);
    const listener = jest.fn();
    const stop = watchTheme(listener);
    world.system([dark]);
    world.office({ bodyBackgroundColor: "#000000" });
    world.office({ bodyBackgroundColor: "#ffffff" });
    world.system([forced]);
    stop();
    world.office({ bodyBackgroundColor: "#000000" });
    world.system([]);
    expect(listener.mock.calls).toEqual([["light"], ["dark"], ["light"], ["contrast"]]);
    expect(world.listening.size).toBe(0);
  });

  it("knows black from white", () => {
    expect([lightness("#000000"), lightness("ffffff"), lightness("red")]).toEqual([0, 1, undefined]);
  });
});
