/** What the host tells the library at the start and at each change of mail. */
import type { HostFrame } from "./frames.ts";
import { user, type State } from "./state.ts";
import { officeThemes } from "./theme.ts";

/** What the npm library of 2022 really has; a higher claim would be believed blindly. `react` keeps telemetry in the host. */
const REQUIREMENTS = { Mailbox: "1.11", IdentityAPI: "1.3", DialogAPI: "1.2", react: "1.0" };
const HOST_VERSION = "16.0.15201.10000";
const OUTLOOK_WEB_APP = 64;

/** Answer to `ContextActivationManager_getAppContextAsync`. */
export function appContext(state: State, frame: HostFrame): object {
  const requirements = JSON.stringify(REQUIREMENTS);
  return {
    _id: state.addin.id,
    _appName: OUTLOOK_WEB_APP,
    _appVersion: "16.01",
    _appUILocale: state.locale,
    _dataLocale: state.locale,
    _docUrl: "",
    _clientMode: 1,
    _settings: state.settings,
    _reason: "documentOpened",
    _requirementMatrix: requirements,
    _dialogRequirementMatrix: requirements,
    _appInstanceId: frame.instanceId,
    _correlationId: crypto.randomUUID(),
    _osfControlType: 1,
    _eToken: "",
    _appMinorVersion: 0,
    _hostFullVersion: HOST_VERSION,
    _addinName: state.addin.name,
    _appDomains: state.addin.appDomains,
    _addInSourceUrl: state.addin.taskpaneUrl,
    _clientWindowWidth: window.innerWidth,
    _clientWindowHeight: window.innerHeight,
    _featureGates: {},
    // These two are read by the bench patch only.
    _officeTheme: officeThemes[state.theme],
    _lacks: state.lacks,
  };
}

const READ_WRITE_ITEM = 3;
const NO_ITEM = 6;
const DAY = 24 * 60 * 60 * 1000;

/** Answer to `GetInitialData`. */
export function initialData(state: State): object {
  const { address, displayName } = user(state);
  const offset = String(-new Date().getTimezoneOffset());
  const year = 365 * DAY;
  return {
    permissionLevel: READ_WRITE_ITEM,
    userDisplayName: displayName,
    userEmailAddress: address,
    userTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    userProfileType: "office365",
    timeZoneOffsets: [{ start: "0", end: String(Date.now() + 10 * year), offset }],
    hostVersion: "15.20.8000.0",
    owaView: "ThreeColumns",
    ewsUrl: `${state.origin}/EWS/Exchange.asmx`,
    restUrl: `${state.origin}/api`,
    isRestIdSupported: true,
    isRead: true,
    extensionId: state.addin.id,
    endNodeUrl: state.origin,
    isFromSharedFolder: state.mailbox.shared,
    ...(state.selected?.item ?? { itemType: NO_ITEM }),
  };
}

/** Payload of ItemChanged: "" when nothing is selected. */
export function itemChangedData(state: State): object | "" {
  return state.selected ? initialData(state) : "";
}
