/** Jira's lists in browser storage, which is small and shared: the oldest make room. */
import { list, readable, text } from "../core/parse.ts";
import type { KeptLists } from "../core/ports.ts";
import type { DeviceStore } from "./store.ts";

const index = "lists";
const most = 30;
const names = list(text);

/** @param store of one Jira: its prefix keeps the lists of two apart. */
export function createKeptLists(store: DeviceStore): KeptLists {
  const keyOf = (name: string): string => `list.${name}`;
  return {
    read: (name) => store.read(keyOf(name)),
    write(name, value) {
      const all = [name, ...kept(store).filter((other) => other !== name)];
      for (const old of all.splice(most)) store.write(keyOf(old), undefined);
      // The index first: what stands there and not in the store does no harm, the other way round it would stay for ever.
      store.write(index, all);
      store.write(keyOf(name), value);
    },
    clear() {
      for (const name of kept(store)) store.write(keyOf(name), undefined);
      store.write(index, undefined);
    },
  };
}

function kept(store: DeviceStore): readonly string[] {
  return readable(store.read(index), names) ?? [];
}
