import { corpusNames, isHeldBack } from "../../corpus.ts";
import { measured } from "./measure.ts";

it("quotes, signatures and footers are found in the mails that the code was written with", async () => {
  const { scores } = await measured(corpusNames.filter((name) => !isHeldBack(name)));
  for (const part of ["quote", "signature", "disclaimer"] as const) {
    const { precision, recall, lines } = scores[part];
    expect(lines).toBeGreaterThan(0);
    expect({ part, least: Math.min(precision, recall, 0.95) }).toEqual({ part, least: 0.95 });
  }
});
