import { isInlinkError } from "../errors.ts";

/**
 * Works through the items in their order, `count` of them at a time. After one has failed no further one starts; those
 * under way are waited for, so that nothing goes on behind the caller's back. Throws what failed first, a bug before all.
 */
export async function atMost<Item>(
  count: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (failures.length === 0) {
      const [item] = left.splice(0, 1);
      if (item === undefined) return;
      await work(item).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: count }, worker));
  if (failures.length > 0) throw failures.find((error) => !isInlinkError(error)) ?? failures[0];
}
