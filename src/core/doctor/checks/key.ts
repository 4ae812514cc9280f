import { KeyLocked, KeyUnreadable } from "../../errors.ts";
import { recommendedRounds } from "../../recommendedRounds.ts";
import { site, type Check } from "../check.ts";
import { finding } from "../finding.ts";

export const key: Check = {
  id: "key",
  needs: ["config"],
  async run(chart) {
    try {
      chart.tools = await chart.ports.openSite(site(chart));
    } catch (error) {
      if (error instanceof KeyUnreadable)
        return finding("key", "key-unreadable", { reason: error.reason }, [error.reason]);
      if (!(error instanceof KeyLocked)) throw error;
      return finding("key", error.given ? "key-passphrase-wrong" : "key-locked");
    }
    const { protection, rounds } = chart.tools;
    if (protection === "plain") return finding("key", "key-plain", {}, ["not encrypted"]);
    if (rounds === undefined)
      return finding("key", "key-protected-otherwise", {}, ["encrypted, rounds of PBKDF2 not stated"]);
    const facts = { rounds: String(rounds), recommended: String(recommendedRounds) };
    return finding("key", rounds < recommendedRounds ? "key-weakly-protected" : "key-protected", facts, [
      `encrypted, ${rounds} rounds of PBKDF2`,
    ]);
  },
};
