/** Makes a line in which each job waits for the one before: some Outlooks fail when asked for several at once. */
export function createLine(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<void> = Promise.resolve();
  return (job) => {
    const mine = last.then(job);
    last = mine.then(ended, ended); // its outcome is its owner's business, and may be large: it is not kept here
    return mine;
  };
}

function ended(): void {
  // The next may begin.
}
