import { Parser } from "htmlparser2";

/** Chromium stops at 512. A real chain of nested replies has some five levels a mail. */
const deepest = 1000;

/**
 * The parser shifts its array of open elements at every tag, which takes time quadratic in the depth.
 * As browsers do, tags below a certain depth are treated as empty: their text stays, at that depth.
 */
export class ShallowParser extends Parser {
  private depth = 0;
  private tooDeep = false;

  constructor(handler: {
    onopentag: Opened;
    ontext: (text: string) => void;
    onclosetag: (name: string) => void;
  }) {
    super({
      ...handler,
      onopentag: (name, attributes) => {
        this.depth += 1;
        handler.onopentag(name, attributes);
      },
      onclosetag: (name) => {
        this.depth -= 1;
        handler.onclosetag(name);
      },
    });
  }
  override onopentagname(start: number, end: number): void {
    this.tooDeep = this.depth >= deepest;
    super.onopentagname(start, end);
  }
  override onclosetag(start: number, end: number): void {
    this.tooDeep = false;
    super.onclosetag(start, end);
  }
  protected override isVoidElement(name: string): boolean {
    return this.tooDeep || super.isVoidElement(name);
  }
}
type Opened = (name: string, attributes: Record<string, string>) => void;
