/**
 * The browser's rule of Local Network Access, for this frame: Chromium from 142 on lets a page from the internet reach
 * an address of a private network only where the frame around it passes the permission on, and the user or a policy
 * gives it. No type of TypeScript's and not every Outlook's browser knows of it: each name is tried.
 */
import type { LocalNetwork } from "../core/doctor/ports.ts";

/** The present name, and that of the first versions. */
const names = ["local-network", "local-network-access"];

export async function localNetwork(): Promise<LocalNetwork> {
  if (framedWithout()) return "frame";
  for (const name of names) {
    const state = await permission(name);
    if (state !== undefined) return state;
  }
  return "unknown";
}

interface FeaturePolicy {
  allowsFeature(name: string): boolean;
  features(): readonly string[];
}

/** Only of a name that the browser knows does a no mean anything. */
function framedWithout(): boolean {
  const policy: unknown = "featurePolicy" in document ? document.featurePolicy : undefined;
  if (!isFeaturePolicy(policy)) return false;
  const known = policy.features();
  const name = names.find((one) => known.includes(one));
  return name !== undefined && !policy.allowsFeature(name);
}

function isFeaturePolicy(value: unknown): value is FeaturePolicy {
  return typeof value === "object" && value !== null && "allowsFeature" in value && "features" in value;
}

/** As `navigator.permissions`, whose own type lists the names that it knows. */
interface Permissions {
  query(asked: { readonly name: string }): Promise<{ readonly state: "granted" | "denied" | "prompt" }>;
}

async function permission(name: string): Promise<"granted" | "denied" | "prompt" | undefined> {
  try {
    const permissions: Permissions = navigator.permissions;
    return (await permissions.query({ name })).state;
  } catch {
    return undefined; // a browser that does not know the name, or no permissions at all
  }
}
