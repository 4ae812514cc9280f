/** Runs a command; what goes wrong ends it with one plain sentence instead of a stack. */
export async function main(command: () => Promise<number> | Promise<void>): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    if (process.env["DEBUG"] && error instanceof Error) console.error(error.stack);
    process.exitCode = 1;
  }
}
