/** Weeks, days, hours, minutes, as Jira writes a time: `2d 4h 30m`. */
export const duration = /^\d+(\.\d+)?[wdhm]?(\s+\d+(\.\d+)?[wdhm]?)*$/;
