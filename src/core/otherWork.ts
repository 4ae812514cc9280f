/** Lets the page draw and answer before a long job goes on. */
export function otherWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
