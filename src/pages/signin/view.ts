import { copied, notCopied } from "./sentences.ts";

/** The page's few parts; signin.html has them all, the code's part hidden. */
export interface View {
  say(sentence: string): void;
  showCode(code: string, sentence: string): void;
}

export function createView(): View {
  const status = part("status");
  const codePart = part("code");
  const code = part("verifier");
  const button = part("copy");
  const outcome = part("copied");

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(code.textContent);
      outcome.textContent = copied;
    } catch {
      outcome.textContent = notCopied;
    }
  }
  button.addEventListener("click", () => void copy());

  return {
    say: (sentence) => {
      status.textContent = sentence;
    },
    showCode: (text, sentence) => {
      code.textContent = text;
      codePart.hidden = false;
      status.textContent = sentence;
      button.focus(); // it is described by the code, so a screen reader says it
    },
  };
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`signin.html has no #${id}`);
  return element;
}
