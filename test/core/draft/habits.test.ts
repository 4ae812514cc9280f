import fc from "fast-check";
import { usualPlace, usualValues, type PastIssue } from "../../../src/core/draft/habits.ts";

const past = (sender: string, projectKey: string, values: PastIssue["values"] = {}): PastIssue => ({
  sender,
  projectKey,
  issueTypeId: "3",
  values,
});
const ada = "ada@acme.example";
const bob = "bob@acme.example";

describe("the usual project", () => {
  it("is that of the sender's last mail", () => {
    expect(usualPlace([past(ada, "SUP"), past("x@other.example", "DEMO")], "Ada@ACME.example")).toEqual({
      projectKey: "SUP",
      issueTypeId: "3",
      habit: { of: "sender", times: 1 },
    });
  });

  it("is the company's for a sender who is new, if its last mails agree", () => {
    const place = usualPlace([past(bob, "SUP"), past("cy@acme.example", "SUP"), past(bob, "SUP")], ada);
    expect(place).toMatchObject({ projectKey: "SUP", habit: { of: "domain", times: 3 } });
    expect(usualPlace([past(bob, "SUP")], ada)).toBeUndefined();
    expect(usualPlace([past(bob, "SUP"), past(bob, "DEMO")], ada)).toBeUndefined();
  });

  it("is nobody's where everybody may have an address", () => {
    const all = [past("bob@gmail.com", "SUP"), past("cy@gmail.com", "SUP"), past("di@gmail.com", "SUP")];
    expect(usualPlace(all, "ada@gmail.com")).toBeUndefined();
    expect(usualPlace(all, "bob@gmail.com")).toMatchObject({ projectKey: "SUP" });
  });

  it("is unknown where the last mails of the sender went to different ones", () => {
    expect(usualPlace([past(ada, "SUP"), past(ada, "DEMO")], ada)).toBeUndefined();
  });

  it("does not depend on mails without a sender", () => {
    expect(usualPlace([past("", "SUP"), past("", "SUP")], "")).toBeUndefined();
  });
});

describe("the usual value of a field", () => {
  const place = { projectKey: "SUP", issueTypeId: "3" };

  it("is the sender's before the company's before the project's", () => {
    const all = [
      past("x@other.example", "SUP", { priority: "1", impact: "a", labels: ["x"] }),
      past(bob, "SUP", { priority: "2", impact: "a", labels: ["x"] }),
      past(ada, "SUP", { priority: "3", labels: ["x"] }),
      past("cy@acme.example", "SUP", { priority: "2", impact: "a" }),
    ];
    expect(usualValues(all, place, ada)).toEqual({
      priority: { value: "3", habit: { of: "sender", times: 1 } },
      labels: { value: ["x"], habit: { of: "sender", times: 1 } },
    });
    expect(usualValues(all.slice(0, 3), place, "new@third.example")).toEqual({
      labels: { value: ["x"], habit: { of: "project", times: 3 } },
    });
  });

  it("is of this project and type only", () => {
    const elsewhere = [
      past(ada, "DEMO", { priority: "1" }),
      { ...past(ada, "SUP", { priority: "1" }), issueTypeId: "4" },
    ];
    expect(usualValues(elsewhere, place, ada)).toEqual({});
  });

  it("is always one that was chosen there before, by all of the last who are named", () => {
    const issue = fc.record({
      sender: fc.constantFrom(ada, bob, "x@other.example", ""),
      projectKey: fc.constantFrom("SUP", "DEMO"),
      issueTypeId: fc.constant("3"),
      values: fc.dictionary(fc.constantFrom("priority", "impact"), fc.constantFrom("1", "2")),
    });
    fc.assert(
      fc.property(fc.array(issue, { maxLength: 12 }), (all) => {
        for (const [id, { value, habit }] of Object.entries(usualValues(all, place, ada))) {
          const among = all.filter(
            ({ projectKey, sender }) =>
              projectKey === "SUP" &&
              (habit.of === "project" ||
                (habit.of === "sender" ? sender === ada : sender.endsWith("@acme.example"))),
          );
          expect(among.length).toBeGreaterThanOrEqual(habit.times);
          for (const { values } of among.slice(0, habit.times)) expect(values[id]).toBe(value);
        }
      }),
    );
  });
});
