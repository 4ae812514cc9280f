/**
 * What is likely, from what the user chose before: for mails of this sender, of this sender's company, in this project.
 * A suggestion says what it rests on, and rests on agreement: where the last choices differ, there is none.
 */
export interface PastIssue {
  /** Address of the mail's sender, in lower case; "" where it had none. */
  readonly sender: string;
  readonly projectKey: string;
  readonly issueTypeId: string;
  /** Field id → value, of kinds of fields that tend to recur. */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Habit {
  readonly of: "sender" | "domain" | "project";
  /** How many of the last ones agree. */
  readonly times: number;
}

export interface UsualPlace {
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly habit: Habit;
}

export interface UsualValue {
  readonly value: unknown;
  readonly habit: Habit;
}

/** More say no more. */
const enough = 3;

/** Of whom everybody may have an address: the domain says nothing of the company. */
const publicDomains =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|freenet|mail|proton|protonmail|orange|wanadoo|free|laposte|libero|virgilio|wp|o2|onet|interia|terra|uol|bol|ziggo|kpnmail|telia|qq|163|126|sina|naver|docomo|ezweb|softbank)\.[a-z.]+$/;

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/** @param past newest first. */
export function usualPlace(past: readonly PastIssue[], address: string): UsualPlace | undefined {
  for (const { of, least, among } of groups(past, address)) {
    const [last] = among;
    if (!last) continue;
    const times = agreeing(among, (one) => `${one.projectKey} ${one.issueTypeId}`);
    if (times >= least)
      return { projectKey: last.projectKey, issueTypeId: last.issueTypeId, habit: { of, times } };
  }
  return undefined;
}

/** Field id → its usual value in this place. @param past newest first. */
export function usualValues(
  past: readonly PastIssue[],
  { projectKey, issueTypeId }: Pick<PastIssue, "projectKey" | "issueTypeId">,
  address: string,
): Readonly<Record<string, UsualValue>> {
  const here = past.filter((one) => one.projectKey === projectKey && one.issueTypeId === issueTypeId);
  const usual: Record<string, UsualValue> = {};
  const inProject = { of: "project", least: enough, among: here } as const;
  for (const { of, least, among } of [...groups(here, address), inProject]) {
    for (const [id, value] of Object.entries(among[0]?.values ?? {})) {
      if (id in usual) continue;
      const times = agreeing(among, ({ values }) => JSON.stringify(values[id]));
      if (times >= least) usual[id] = { value, habit: { of, times } };
    }
  }
  return usual;
}

interface Group {
  readonly of: "sender" | "domain";
  /** So many have to agree. */
  readonly least: number;
  readonly among: readonly PastIssue[];
}

function groups(past: readonly PastIssue[], address: string): readonly Group[] {
  const sender = address.toLowerCase();
  if (sender === "") return [];
  const domain = domainOf(sender);
  const bySender = { of: "sender", least: 1, among: past.filter((one) => one.sender === sender) } as const;
  if (publicDomains.test(domain)) return [bySender];
  const byDomain = past.filter((one) => domainOf(one.sender) === domain);
  return [bySender, { of: "domain", least: 2, among: byDomain }];
}

/** How many of the newest agree with the very newest, up to what is enough; 0 where one of those few does not. */
function agreeing(among: readonly PastIssue[], aspect: (one: PastIssue) => string | undefined): number {
  const newest = among.slice(0, enough).map(aspect);
  return newest.every((one) => one !== undefined && one === newest[0]) ? newest.length : 0;
}
