/** The pane as a person meets it, over ports in memory. */
import { webcrypto } from "node:crypto";
import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  webLightTheme,
} from "@fluentui/react-components";
import { configure, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState, type ReactNode } from "react";
import type { PastIssue } from "../../src/core/draft/habits.ts";
import type { SessionState } from "../../src/core/flow.ts";
import type { KeptLists } from "../../src/core/ports.ts";
import type { Mail } from "../../src/core/mail/mail.ts";
import { rememberLists } from "../../src/core/rememberedJira.ts";
import { createSession } from "../../src/core/session.ts";
import { App } from "../../src/ui/App.tsx";
import { ErrorBoundary } from "../../src/ui/ErrorBoundary.tsx";
import { PanePortsProvider, type PanePorts } from "../../src/ui/panePorts.ts";
import {
  fakeDialogs,
  fakeJira,
  fakeKeptLists,
  fakeMailbox,
  fakeOAuth,
  fakeRecents,
  fakeSettings,
  fred,
  printerOnFire,
  site,
  type JiraContent,
} from "../core/fakes.ts";

Object.defineProperty(crypto, "subtle", { value: webcrypto.subtle }); // of Node: jsdom has none
configure({ asyncUtilTimeout: 20_000, getElementError: (message) => new Error(message ?? "Not found") });

/** Fluent's rules go into a page of their own: with them in ours, jsdom spends seconds on each look at the screen. */
function Unstyled({ children }: { readonly children: ReactNode }) {
  const elsewhere = document.implementation.createHTMLDocument();
  const [renderer] = useState(() => createDOMRenderer(elsewhere));
  return <RendererProvider renderer={renderer}>{children}</RendererProvider>;
}

export interface Scene {
  readonly mail?: Mail;
  readonly mailbox?: string;
  readonly jira?: JiraContent;
  readonly signedIn?: boolean;
  /** What earlier panes left on the device. */
  readonly kept?: KeptLists;
  /** Issues created before, newest first. */
  readonly past?: readonly PastIssue[];
  readonly neverSend?: readonly string[];
  readonly keyLasts?: PanePorts["key"]["lasts"];
}

export function bench(scene: Scene = {}) {
  const { mail = printerOnFire, mailbox = "fred@example.com", jira: content } = scene;
  const jira = fakeJira(content);
  const outlook = fakeMailbox(mail, mailbox);
  const dialogs = fakeDialogs();
  const oauth = fakeOAuth();
  const settings = fakeSettings();
  const session = createSession(settings.settings, site, mailbox, Date.now);
  const ports: PanePorts = {
    mailbox: outlook.mailbox,
    zips: outlook.zips,
    settings: settings.settings,
    dialogs: dialogs.dialogs,
    oauth: oauth.oauth,
    jira: rememberLists(jira.jira, scene.kept ?? fakeKeptLists()),
    session,
    recents: fakeRecents(scene.past),
    key: { lasts: scene.keyLasts ?? "always", forget: () => Promise.resolve() },
    now: Date.now,
    siteId: "main",
    neverSend: scene.neverSend ?? [],
    siteName: "Example Jira",
    baseUrl: site.baseUrl,
    signInPage: "https://addin.example.com/signin.html",
  };
  return { jira, outlook, dialogs, oauth, settings, session, ports };
}

export function renderPane(scene: Scene = {}) {
  const made = bench(scene);
  const { signedIn = true } = scene;
  if (signedIn) made.session.use({ token: "access-0", sessionHandle: undefined, expiresIn: undefined });
  const session: SessionState = signedIn
    ? { step: "signed-in", account: fred, notKept: undefined }
    : { step: "signed-out", why: undefined, leftBehind: false };
  const { container } = render(
    <Unstyled>
      <FluentProvider theme={webLightTheme}>
        <ErrorBoundary>
          <PanePortsProvider value={made.ports}>
            <App session={session} />
          </PanePortsProvider>
        </ErrorBoundary>
      </FluentProvider>
    </Unstyled>,
  );
  return { ...made, container, user: userEvent.setup() };
}

export const button = (name: string | RegExp) => screen.findByRole("button", { name });
export const box = (name: string | RegExp) => screen.findByRole<HTMLInputElement>("textbox", { name });

/** Once it can be pressed: neither disabled nor told to be so. */
export async function readyButton(name: string | RegExp): Promise<HTMLElement> {
  return await waitFor(() => {
    const found = screen.getByRole("button", { name });
    if (found.getAttribute("aria-disabled") === "true") throw new Error("It cannot be pressed yet");
    return found;
  });
}
