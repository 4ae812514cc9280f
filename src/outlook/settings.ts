/**
 * Roaming settings: one bag in the mailbox, loaded with the page and saved whole.
 *
 * Saves stand in line, because Outlook takes at most three calls of this kind at a time and each carries the whole
 * bag anyway.
 */
import { OutlookFailed } from "../core/errors.ts";
import type { Settings } from "../core/ports.ts";
import { callAsync } from "./callAsync.ts";
import { createLine } from "./line.ts";

/** Milliseconds before the second and the third try. */
const pauses = [1000, 3000] as const;
/** InternalError, and GenericSettingsError, which a second try often cures (office-js issue 3983). */
const worthAnotherTry: readonly number[] = [5001, 9019];

/** To be called once, after officeReady. */
export function createSettings(): Settings {
  const bag = Office.context.roamingSettings;
  const inTurn = createLine();

  function put(key: string, value: unknown): void {
    if (value === undefined) bag.remove(key);
    else bag.set(key, value);
  }
  function read(key: string): unknown {
    const value: unknown = bag.get(key);
    return value ?? undefined;
  }
  return {
    read,
    write: (key, value) =>
      inTurn(async () => {
        const before = read(key);
        put(key, value);
        try {
          await save(bag);
        } catch (error) {
          put(key, before); // or the next save of another key would carry what was reported as failed
          throw error;
        }
      }),
  };
}

async function save(bag: Office.RoamingSettings): Promise<void> {
  for (const pause of pauses) {
    try {
      await saveOnce(bag);
      return;
    } catch (error) {
      if (!(error instanceof OutlookFailed) || !worthAnotherTry.includes(error.officeCode)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await saveOnce(bag);
}

function saveOnce(bag: Office.RoamingSettings): Promise<unknown> {
  return callAsync<unknown>("roamingSettings.saveAsync", (done) => bag.saveAsync(done));
}
