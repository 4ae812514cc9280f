import { createKeptLists } from "../../src/device/keptLists.ts";
import type { DeviceStore } from "../../src/device/store.ts";

function memory() {
  const values = new Map<string, unknown>();
  const store: DeviceStore = {
    persistent: true,
    read: (key) => values.get(key),
    write: (key, value) => {
      if (value === undefined) values.delete(key);
      else values.set(key, value);
    },
  };
  return { store, values };
}

it("what one pane keeps the next one reads", () => {
  const { store } = memory();
  createKeptLists(store).write("types DEMO", [{ id: "1" }]);
  expect(createKeptLists(store).read("types DEMO")).toEqual([{ id: "1" }]);
  expect(createKeptLists(store).read("types SUP")).toBeUndefined();
});

it("the oldest make room, and leave nothing behind", () => {
  const { store, values } = memory();
  const lists = createKeptLists(store);
  for (let n = 0; n < 40; n += 1) {
    lists.write("projects ", [n]);
    lists.write(`screen ${n}`, [n]);
  }
  expect(lists.read("projects ")).toEqual([39]);
  expect(lists.read("screen 39")).toEqual([39]);
  expect(lists.read("screen 0")).toBeUndefined();
  expect(values.size).toBeLessThan(35);
});

it("clearing takes all of them off the device, and nothing else", () => {
  const { store, values } = memory();
  store.write("recents", ["DEMO"]);
  const lists = createKeptLists(store);
  lists.write("projects ", [1]);
  lists.write("screen 1", [1]);
  lists.clear();
  expect(lists.read("projects ")).toBeUndefined();
  expect([...values.keys()]).toEqual(["recents"]);
});

it("starts anew from a damaged index", () => {
  const { store } = memory();
  store.write("lists", { not: "a list" });
  const lists = createKeptLists(store);
  lists.write("projects ", [1]);
  expect(lists.read("projects ")).toEqual([1]);
});
