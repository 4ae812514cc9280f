import { corpusNames, isHeldBack } from "../../corpus.ts";
import { measured } from "./measure.ts";

it.each([
  ["that the code was written with", false],
  ["that it had not seen", true],
])("quotes, signatures and footers are found in the mails %s", async (_, heldBack) => {
  const { scores } = await measured(corpusNames.filter((name) => isHeldBack(name) === heldBack));
  for (const part of ["quote", "signature", "disclaimer"] as const) {
    const { precision, recall, lines } = scores[part];
    expect(lines).toBeGreaterThan(0);
    expect({ part, least: Math.min(precision, recall, 0.95) }).toEqual({ part, least: 0.95 });
  }
});
