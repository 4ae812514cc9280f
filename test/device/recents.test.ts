import { createRecents } from "../../src/device/recents.ts";
import type { DeviceStore } from "../../src/device/store.ts";

function memory(start?: unknown): DeviceStore {
  const values = new Map([["recents", start]]);
  return {
    read: (key) => values.get(key),
    write: (key, value) => void values.set(key, value),
    persistent: false,
  };
}

describe("what was chosen lately", () => {
  it("comes newest first, each once", () => {
    const recents = createRecents(memory());
    recents.remember("ABC", "1");
    recents.remember("XYZ", "1");
    recents.remember("ABC", "2");
    recents.remember("ABC", "1");
    expect(recents.projects()).toEqual(["ABC", "XYZ"]);
    expect(recents.issueTypes("ABC")).toEqual(["1", "2"]);
    expect(recents.issueTypes("NEW")).toEqual([]);
  });

  it("is bounded", () => {
    const recents = createRecents(memory());
    for (let index = 0; index < 30; index += 1) recents.remember(`P${index}`, "1");
    for (let index = 0; index < 30; index += 1) recents.remember("ABC", String(index));
    expect(recents.projects()).toHaveLength(10);
    expect(recents.issueTypes("ABC")).toEqual(["29", "28", "27", "26", "25"]);
  });

  it("survives in the store", () => {
    const store = memory();
    createRecents(store).remember("ABC", "1");
    expect(createRecents(store).projects()).toEqual(["ABC"]);
  });

  it.each(["ABC", {}, [{ project: 1, issueTypes: [] }], [{ project: "ABC" }]])(
    "starts anew where the store holds something else (%j)",
    (damaged) => {
      const recents = createRecents(memory(damaged));
      expect(recents.projects()).toEqual([]);
      recents.remember("ABC", "1");
      expect(recents.projects()).toEqual(["ABC"]);
    },
  );
});
