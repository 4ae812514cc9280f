/**
 * Lets the page draw and answer before a long job goes on. No timer: a page's nested timers wait 4 ms and more, in the
 * background a second.
 */
export async function otherWork(): Promise<void> {
  if ("scheduler" in globalThis && "yield" in scheduler) {
    await scheduler.yield();
    return;
  }
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}
