/** What an earlier run left, found beside the page or chosen by the administrator: what can be kept of it. */
import { ConfigInvalid, KeyUnreadable } from "../../core/errors.ts";
import { readEarlierConfig, type EarlierConfig } from "../../setup/configFile.ts";
import { earlierAnswers } from "../../setup/earlierAnswers.ts";
import { isProtected } from "../../setup/openKey.ts";
import type { WrittenAnswers } from "../../setup/readAnswers.ts";

export interface EarlierTexts {
  readonly config?: string | undefined;
  readonly manifest?: string | undefined;
  /** setup.json */
  readonly answers?: string | undefined;
}

export interface Earlier {
  /** Names of the files that are used. */
  readonly used: readonly string[];
  readonly config: EarlierConfig | undefined;
  readonly manifest: string | undefined;
  readonly told: WrittenAnswers;
  /** How the key is protected that is there. */
  readonly key: "none" | "unusable" | "passphrase" | "plain";
  /** Why files are left out: whole sentences. */
  readonly problems: readonly string[];
}

export const nothingEarlier: Earlier = {
  used: [],
  config: undefined,
  manifest: undefined,
  told: {},
  key: "none",
  problems: [],
};

export function readEarlier({ config: configText, manifest: manifestText, answers }: EarlierTexts): Earlier {
  const problems: string[] = [];
  function unless<Value>(read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigInvalid)) throw error;
      problems.push(`${error.problem.charAt(0).toUpperCase()}${error.problem.slice(1)}.`);
      return undefined;
    }
  }
  const config = configText === undefined ? undefined : unless(() => readEarlierConfig(configText));
  const manifest = manifestText?.includes("<OfficeApp") === true ? manifestText : undefined;
  if (manifestText !== undefined && manifest === undefined) problems.push("manifest.xml is no manifest.");
  const fromAll = unless(() => earlierAnswers({ config, manifest, answers }));
  const used = [
    config && "config.json",
    manifest !== undefined && "manifest.xml",
    answers !== undefined && fromAll && "setup.json",
  ];
  return {
    used: used.filter((name) => typeof name === "string"),
    config,
    manifest,
    told: fromAll ?? earlierAnswers({ config, manifest, answers: undefined }),
    key: keyOf(config?.privateKey),
    problems,
  };
}

/** By what is in them: browsers rename a second download. A later one of a kind counts. */
export function sortTexts(texts: readonly string[]): EarlierTexts {
  return Object.fromEntries(texts.map((text) => [kindOf(text), text]));
}

function kindOf(text: string): keyof EarlierTexts {
  if (text.trimStart().startsWith("<")) return "manifest";
  return /"(sites|version)"\s*:/.test(text) ? "config" : "answers";
}

function keyOf(privateKey: string | undefined): Earlier["key"] {
  if (privateKey === undefined) return "none";
  try {
    return isProtected(privateKey) ? "passphrase" : "plain";
  } catch (error) {
    if (error instanceof KeyUnreadable) return "unusable";
    throw error;
  }
}
