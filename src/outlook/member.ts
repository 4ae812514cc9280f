/**
 * Reading from office.js's objects, whose types promise more than an old Outlook has.
 * Their members are neither enumerable nor always the object's own, so core's readers do not see them.
 */
export function member(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && name in of ? Reflect.get(of, name) : undefined;
}

/** Whether a method may be called: the claimed requirement set does not tell, the method's presence does. */
export function has(of: unknown, method: string): boolean {
  return typeof member(of, method) === "function";
}

/** "" where it is not text. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
