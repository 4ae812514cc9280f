import { describeServers, startStory } from "./edgeStory.ts";

describeServers("a real server", (server) => {
  it("says in its own words why it did not start", async () => {
    const edit = (text: string) =>
      server === "caddy"
        ? text.replace("\ttls ", "\tnonsense_here\n\ttls ")
        : text.concat("nonsense_here on;\n");
    await expect(startStory(server, { edit })).rejects.toThrow(/did not start\. It says:[^]*nonsense_here/);
  });
});
