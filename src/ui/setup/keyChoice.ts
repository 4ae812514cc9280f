/** What the administrator decides about the key, and what set-up is told of it. */
import type { KeyWish } from "../../setup/chooseKey.ts";
import type { Earlier } from "./readEarlier.ts";

export interface KeyChoice {
  /** Where there is a key: keep it, give the same one another protection, or make a new one in its place. */
  readonly what: "keep" | "change" | "rotate";
  /** Of a key that is made, or that gets a protection. */
  readonly protection: "generated" | "own" | "plain";
  /** For "own". */
  readonly own: string;
  /** Opens the key that is there. */
  readonly opening: string;
}

export const usualKeyChoice: KeyChoice = { what: "keep", protection: "generated", own: "", opening: "" };

/** What the choice comes to with the key that is there, if any. */
export function keyPlan({ what }: KeyChoice, earlier: Earlier["key"]) {
  const makes = earlier === "none" || earlier === "unusable" || what === "rotate";
  const changes = !makes && what === "change";
  return {
    /** The way of protection is asked. */
    asksProtection: makes || (changes && earlier === "plain"),
    /** "plain" is among the ways. */
    mayBePlain: makes,
    takesProtectionOff: changes && earlier === "passphrase",
    makes,
  };
}

/** @returns what is wrong with it; undefined: nothing. */
export function keyProblem(choice: KeyChoice, earlier: Earlier["key"]): "own" | "opening" | undefined {
  const { asksProtection, takesProtectionOff } = keyPlan(choice, earlier);
  if (asksProtection && choice.protection === "own" && choice.own === "") return "own";
  return takesProtectionOff && choice.opening === "" ? "opening" : undefined;
}

export function keyWish(choice: KeyChoice, earlier: Earlier["key"]): KeyWish {
  const { asksProtection, mayBePlain, takesProtectionOff, makes } = keyPlan(choice, earlier);
  const opening = choice.opening === "" ? undefined : choice.opening;
  if (takesProtectionOff) return { protection: "plain", passphrase: opening };
  if (!asksProtection) return { passphrase: opening };
  if (mayBePlain && choice.protection === "plain") return { protection: "plain", rotate: makes };
  return {
    protection: "passphrase",
    passphrase: choice.protection === "own" ? choice.own : undefined,
    rotate: makes,
  };
}
