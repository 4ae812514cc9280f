import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ConfigInvalid, KeyLocked, OutlookAbsent } from "../../src/core/errors.ts";
import { Start, type Theme } from "../../src/ui/Start.tsx";
import { bench, button, readyButton, renderPane } from "./renderPane.tsx";

const light = (listener: (theme: Theme) => void) => {
  listener("light");
  return () => undefined;
};
const never = () => new Promise<never>(() => undefined);
const signedOut = { step: "signed-out", why: undefined, leftBehind: false } as const;

/** What React and jsdom print of a bug that a test makes on purpose. */
function quietly(): void {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  window.addEventListener("error", (event) => event.preventDefault(), { once: true });
}
afterEach(() => {
  jest.restoreAllMocks();
});

describe("starting", () => {
  it("leads to the pane", async () => {
    const { ports } = bench();
    render(
      <Start
        boot={() => Promise.resolve({ ports, session: signedOut })}
        watchTheme={light}
        examination={never}
      />,
    );
    await button("Sign in to Jira");
  });

  it.each([
    ["Outlook does not answer", new OutlookAbsent("not-ready")],
    ["Inlink is not set up correctly", new ConfigInvalid("", "the file is not there", "Put it there.")],
  ])("says “%s”, and offers to try again", async (title, error) => {
    render(<Start boot={() => Promise.reject(error)} watchTheme={light} examination={never} />);
    await screen.findByText(title);
    await button("Try again");
  });

  it("asks for the passphrase of a locked key until one opens it", async () => {
    const { ports } = bench();
    const given: (string | undefined)[] = [];
    const user = userEvent.setup();
    const boot = (passphrase?: string) => {
      given.push(passphrase);
      return passphrase === "right"
        ? Promise.resolve({ ports, session: signedOut })
        : Promise.reject(new KeyLocked(passphrase !== undefined));
    };
    render(<Start boot={boot} watchTheme={light} examination={never} />);
    await user.type(await screen.findByLabelText("Team passphrase"), "wrong{Enter}");
    await screen.findByText("That passphrase does not open the key.");
    await user.type(await screen.findByLabelText("Team passphrase"), "right{Enter}");
    await button("Sign in to Jira");
    expect(given).toEqual([undefined, "wrong", "right"]);
  });

  it("says so where the key lasts only as long as the pane, until that is read", async () => {
    const { user } = renderPane({ keyLasts: "pane" });
    await screen.findByText(/the key stays open only until this pane closes/);
    await user.click(await button("I see"));
    expect(screen.queryByText(/the key stays open only until this pane closes/)).toBeNull();
  });

  it("shows a bug as a fault of its own", async () => {
    quietly();
    render(
      <Start boot={() => Promise.reject(new TypeError("bug"))} watchTheme={light} examination={never} />,
    );
    await screen.findByText("Inlink has met a fault of its own");
  });
});

describe("a bug in the pane", () => {
  it("while sending ends at the error boundary, not in a form that waits for ever", async () => {
    const pane = renderPane();
    const create = await readyButton("Create issue");
    quietly();
    pane.jira.fault = (call) => {
      if (call === "createIssue") throw new TypeError("bug");
      return undefined;
    };
    await pane.user.click(create);
    await screen.findByText(/If you were sending, look in Jira before you send again/);
  });

  it("while signing in does so as well", async () => {
    const pane = renderPane({ signedIn: false });
    quietly();
    pane.dialogs.answer("");
    const broken: { open: unknown } = pane.ports.dialogs;
    broken.open = () => Promise.reject(new TypeError("bug"));
    await pane.user.click(await button("Sign in to Jira"));
    await screen.findByText("Inlink has met a fault of its own");
  });
});
