// Whether a value is a date and says nothing else.
import { DAYS, HAS_DAY } from './day-patterns.ts';

const LONGEST = 120;

/** Beside the date there may be its weekday, a clock with its zone, the other end of a range. */
const REST =
  /\b(?:mon|tues?|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b|\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?|\b(?:am|pm|utc|gmt|aoe|[ecmp][sd]t|cet|cest|bst|jst|z|t|to|until|through|at|the|eod|week \d{1,2})\b|[+-]\d\d:?\d\d|\b\d{1,2}(?:st|nd|rd|th)?\b/gi;

export function isOnlyDate(text: string): boolean {
  if (text.length > LONGEST || !HAS_DAY.test(text)) return false;
  const rest = text
    .replaceAll(DAYS, ' ')
    .replaceAll(/(?<=\s)T(?=\d)/g, ' ')
    .replaceAll(REST, ' ');
  return !/[\p{L}\p{N}]/u.test(rest);
}
