import { htmlBlocks } from "../../src/core/wiki/fromHtml.ts";

const megabyte = 1_000_000;
const paragraph =
  `<p class="MsoNormal">The pump <b>stops</b> above <span style="color:red">85 °C</span>, see ` +
  `<a href="https://example.com/a?b=c">the manual</a> (page 7) and [~nobody] {code}.<o:p></o:p></p>` +
  `<ul><li>valve 7<ul><li>leaks</li></ul></li><li>valve 8</li></ul>` +
  `<table><tr><td>North</td><td>18</td></tr><tr><td>South</td><td>20</td></tr></table>`;

/** Milliseconds for the conversion of so many megabytes of HTML, and how many times the first it takes. */
export function conversion(sizes: readonly number[]): string {
  const times = sizes.map((size) => {
    const html = paragraph.repeat(Math.ceil((size * megabyte) / paragraph.length));
    const runs = Array.from({ length: 3 }, () => {
      const start = performance.now();
      const { blocks, markup } = htmlBlocks(html, { sender: "Ada Lovelace", domain: "", isReply: true });
      markup(new Set(blocks.keys()));
      return performance.now() - start;
    });
    return { size, time: Math.min(...runs) };
  });
  const [first] = times;
  return times
    .map(({ size, time }) => {
      const ratio = (time / (first?.time ?? time)).toFixed(1);
      return `  ${`${size} MB of HTML`.padEnd(64)} ${ratio} × (${time.toFixed(0)} ms)`;
    })
    .join("\n");
}
