import fc from "fast-check";
import { filledDescription, filledSummary, templateProblem } from "../../../src/core/draft/template.ts";
import { printerOnFire } from "../fakes.ts";

const mail = {
  subject: "AW: Order 4711 is late",
  from: { name: "Ada [Lovelace]", address: "ada@example.com" },
  sentAt: new Date("2026-11-27T09:30:00Z"),
};
const text = "Order no. 4711\\-B, customer \\[ACME\\]\n\nKind regards";
const facts = { mail, text };

describe("a team's template", () => {
  it.each([
    ["{subject} ({sender}, {date})", "Order 4711 is late (Ada [Lovelace], 2026-11-27)"],
    ["{/no\\. (\\S+?),/}: {address}", "4711-B: ada@example.com"],
    ["{/kind/i} {/not there/}.", "Kind ."],
    ["{unknown} {text}", "{unknown}"],
  ])("fills %j as the summary %j", (template, summary) => {
    expect(filledSummary(template, facts)).toBe(summary);
  });

  it("is one line of at most 255 characters as a summary", () => {
    const summary = filledSummary("{subject}\n{subject}", {
      ...facts,
      mail: { ...mail, subject: "long ".repeat(100) },
    });
    expect(summary).not.toContain("\n");
    expect(summary.length).toBeLessThanOrEqual(255);
  });

  it("keeps the mail's words text, its own markup markup, and the mail's text as it is", () => {
    expect(filledDescription("h2. {sender}\n{quote}\n{text}\n{quote}\nRef: {/customer (\\S+)/}", facts)).toBe(
      `h2. Ada \\[Lovelace]\n{quote}\n${text}\n{quote}\nRef: \\[ACME]`,
    );
  });

  it("says what is wrong with a pattern", () => {
    expect(templateProblem("{/(/}")).toBe("pattern");
    expect(templateProblem("{/(a+)+b/}")).toBe("slow-pattern");
    expect(templateProblem(`{/${"a".repeat(300)}/}`)).toBe("slow-pattern");
    expect(templateProblem("{/Order (\\d+)/} {subject} {code}")).toBeUndefined();
    expect(filledSummary("x{/(/}y{/(a+)+b/}z", facts)).toBe("xyz");
  });

  it("never throws, whatever the template and the mail", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (template, subject, body) => {
        const any = { mail: { ...printerOnFire, subject }, text: body };
        expect(filledSummary(template, any).length).toBeLessThanOrEqual(255);
        expect(typeof filledDescription(`{/${template}/}${template}`, any)).toBe("string");
      }),
    );
  });
});
