import { createDeviceStore, createWindowStore } from "../../src/device/store.ts";

/** A browser's storage, as far as it is used. */
function storage({ room = Number.POSITIVE_INFINITY } = {}) {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
  };
}

function install(name: "localStorage" | "sessionStorage", get: () => unknown): void {
  Object.defineProperty(globalThis, name, { configurable: true, get });
}

function blocked(): never {
  throw new DOMException("Access is denied for this document.", "SecurityError");
}

describe("the device's store", () => {
  it("keeps values as JSON under its prefix, for the next page too", () => {
    const local = storage();
    install("localStorage", () => local);
    createDeviceStore("p1.").write("recents", ["ABC"]);
    expect([...local.items]).toEqual([["p1.recents", '["ABC"]']]);
    expect(createDeviceStore("p1.").read("recents")).toEqual(["ABC"]);
    expect(createDeviceStore("p2.").read("recents")).toBeUndefined();
    expect(createDeviceStore("p1.").persistent).toBe(true);
  });

  it("removes what is written as undefined", () => {
    const local = storage();
    install("localStorage", () => local);
    const store = createDeviceStore("");
    store.write("a", 1);
    store.write("a", undefined);
    expect(local.items.size).toBe(0);
  });

  it("works in memory where the mere access is forbidden", () => {
    install("localStorage", blocked);
    const store = createDeviceStore("");
    store.write("a", { b: 1 });
    expect(store.read("a")).toEqual({ b: 1 });
    store.write("a", undefined);
    expect(store.read("a")).toBeUndefined();
    expect(store.persistent).toBe(false);
  });

  it("keeps in memory what the browser has no room for", () => {
    const local = storage({ room: 3 });
    install("localStorage", () => local);
    const store = createDeviceStore("");
    store.write("a", 1);
    store.write("a", "too long");
    expect(store.read("a")).toBe("too long");
    expect(local.items.size).toBe(0); // or the next page would read what is no longer true
    store.write("a", 2);
    expect(store.read("a")).toBe(2);
  });

  it("takes what is not JSON for absent", () => {
    const local = storage();
    install("localStorage", () => local);
    local.items.set("a", "{");
    expect(createDeviceStore("").read("a")).toBeUndefined();
  });

  it("of a window lies in the window's own storage", () => {
    const session = storage();
    install("sessionStorage", () => session);
    createWindowStore("w.").write("a", 1);
    expect([...session.items.keys()]).toEqual(["w.a"]);
  });
});
