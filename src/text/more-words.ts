// What a list leaves out, and where all of it can be seen.

/** Where everything that stands in the way is listed, whatever its number. */
export const IN_PLAN = '`relcomms plan --json` lists all';

/** Where all tasks are. */
export const IN_CHECKLIST = 'all are in the checklist of this issue';

/** Where all moved dates are. */
export const IN_LOG = 'all are in the activity log of this issue';

/** `and 12 more; WHERE`, as the only line of a list; no line when nothing is left out. */
export function andMore(left: number, where: string, what = ''): string[] {
  return left > 0 ? [`and ${left} more${what === '' ? '' : ` ${what}`}; ${where}`] : [];
}
