import { createRecents } from "../../src/device/recents.ts";
import type { DeviceStore } from "../../src/device/store.ts";

function memory(start?: unknown): DeviceStore {
  const values = new Map([["past", start]]);
  return {
    read: (key) => values.get(key),
    write: (key, value) => void values.set(key, value),
    persistent: false,
  };
}
const issue = (projectKey: string, issueTypeId: string, values: Readonly<Record<string, unknown>> = {}) => ({
  sender: "ada@example.com",
  projectKey,
  issueTypeId,
  values,
});

describe("what was chosen lately", () => {
  it("comes newest first, each once", () => {
    const recents = createRecents(memory());
    recents.remember(issue("ABC", "1"));
    recents.remember(issue("XYZ", "1"));
    recents.remember(issue("ABC", "2"));
    recents.remember(issue("ABC", "1"));
    expect(recents.projects()).toEqual(["ABC", "XYZ"]);
    expect(recents.issueTypes("ABC")).toEqual(["1", "2"]);
    expect(recents.issueTypes("NEW")).toEqual([]);
    expect(recents.past()[0]).toEqual(issue("ABC", "1"));
  });

  it("is bounded, in number and in size", () => {
    const recents = createRecents(memory());
    for (let index = 0; index < 300; index += 1) recents.remember(issue(`P${index}`, "1"));
    expect(recents.past().length).toBeLessThan(200);
    recents.remember(issue("ABC", "1", { priority: "2", labels: Array(500).fill("printer") }));
    expect(recents.past()[0]?.values).toEqual({ priority: "2" });
  });

  it("is gone from the store once forgotten", () => {
    const store = memory();
    createRecents(store).remember(issue("ABC", "1"));
    createRecents(store).forget();
    expect(createRecents(store).past()).toEqual([]);
    expect(store.read("past")).toBeUndefined();
  });

  it("keeps pictures that were left out, newest first, each once, until they are taken or all is forgotten", () => {
    const store = memory();
    const recents = createRecents(store);
    const picture = (n: number) => ({ hash: `hash ${n}`, size: n });
    for (let n = 0; n < 80; n += 1) recents.rememberPictures({ left: [picture(n)], taken: [] });
    recents.rememberPictures({ left: [picture(50)], taken: ["hash 79"] });
    const kept = createRecents(store).picturesLeftOut();
    expect(kept.length).toBeLessThanOrEqual(50);
    expect(kept.slice(0, 3)).toEqual([picture(50), picture(78), picture(77)]);
    expect(kept.filter(({ size }) => size === 50)).toHaveLength(1);
    recents.forget();
    expect(createRecents(store).picturesLeftOut()).toEqual([]);
    expect(store.read("pictures-left-out")).toBeUndefined();
  });

  it("survives in the store", () => {
    const store = memory();
    createRecents(store).remember(issue("ABC", "1", { priority: "2" }));
    expect(createRecents(store).past()).toEqual([issue("ABC", "1", { priority: "2" })]);
  });

  it.each(["ABC", {}, [{ projectKey: 1 }], [{ projectKey: "ABC" }]])(
    "starts anew where the store holds something else (%j)",
    (damaged) => {
      const recents = createRecents(memory(damaged));
      expect(recents.projects()).toEqual([]);
      recents.remember(issue("ABC", "1"));
      expect(recents.projects()).toEqual(["ABC"]);
    },
  );
});
