// Why a text is no day, and the day that was probably meant.
import { DAY_FORMS, parseDayExpression } from '../../domain/day-expression.ts';
import { parseDay, parseWeekday } from '../../domain/day.ts';
import { quoted } from '../yaml/hidden.ts';
import type { Mistake } from './scalar.ts';

/** `release-1w`: an offset without the space before its sign, which would be read as the name of a milestone. */
const SHORT = /^([a-z][a-z0-9.-]*?)\s*([+-])\s*(\d{1,3})\s*(wd|d|w)(?:ays?|eeks?)?$/i;

/** Whether a text is an offset in short, and not a day in one of the three forms. */
export function isShortOffset(value: string): boolean {
  return SHORT.test(value) && !/\s[+-]/.test(value);
}

/** For a field that takes only `YYYY-MM-DD`. */
export function dayMistake(value: string): Mistake {
  const guess = likelyDay(value);
  const fix = `Write a day as YYYY-MM-DD, for example ${guess ?? '2026-11-03'}.`;
  const shaped = /^\d{4}-\d{2}-\d{2}$/.test(value);
  // A date that the month doesn't have is wrong in any notation.
  const cut =
    guess !== undefined && !value.split(/\D/).some((part) => Number(part) === Number(guess.slice(-2)));
  if (shaped || cut)
    return { code: 'bad-day', message: `${quoted(value)} is not a day of the calendar.`, fix };
  if (guess !== undefined)
    return {
      code: 'bad-day',
      message: `${quoted(value)} is not written as YYYY-MM-DD.`,
      fix: `Write ${guess}.`,
    };
  const relative = parseDayExpression(value) === undefined ? '' : '; only a calendar day is allowed here';
  return { code: 'bad-day', message: `${quoted(value)} is not a calendar day${relative}.`, fix };
}

/** For a field that takes all three forms. */
export function dayExpressionMistake(value: string): Mistake {
  if (/^\d/.test(value) && likelyDay(value) !== undefined) return dayMistake(value);
  const week = /^week\s+(\S+)(?:\s+(\S+))?$/i.exec(value);
  if (week?.[2] !== undefined && parseWeekday(week[2]) === undefined)
    return {
      code: 'bad-day',
      message: `${quoted(week[2])} is not a day of the week.`,
      fix: `Write monday to sunday, for example "week ${week[1] ?? '5'} friday".`,
    };
  return {
    code: 'bad-day',
    message: `${quoted(value)} is not a day.`,
    fix: rewritten(value) ?? `Write a day as ${DAY_FORMS}.`,
  };
}

/** The day that a near miss means, when only one can be meant: `2026-2-3`, `2026/02/03`, `3.2.2026`, 31 February. */
function likelyDay(value: string): string | undefined {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(value);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value);
  const [year, month, date] = parts === null ? [dotted?.[3], dotted?.[2], dotted?.[1]] : parts.slice(1);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  for (let last = Number(date); last >= 28 || last === Number(date); last--) {
    const guess = `${year}-${month.padStart(2, '0')}-${String(last).padStart(2, '0')}`;
    if (parseDay(guess) !== undefined) return guess;
  }
  return undefined;
}

/** `1 week before rc1` and `rc1-1w` say clearly enough what is meant. */
function rewritten(value: string): string | undefined {
  const words = /^(\d{1,3}) (working days?|days?|weeks?) (before|after) ([a-z][a-z0-9.-]*)$/i.exec(value);
  if (words !== null) {
    const [, amount = '', unit = '', side = '', anchor = ''] = words;
    const sign = side.toLowerCase() === 'before' ? '-' : '+';
    return `Write "${anchor.toLowerCase()} ${sign} ${amount} ${unit}".`;
  }
  const short = SHORT.exec(value);
  if (short !== null) {
    const [, anchor = '', sign = '', amount = '', letter = ''] = short;
    const word = { w: 'week', d: 'day', wd: 'working day' }[letter.toLowerCase()] ?? '';
    const unit = `${word}${amount === '1' ? '' : 's'}`;
    return `Write "${anchor.toLowerCase()} ${sign} ${amount} ${unit}".`;
  }
  const counted = /\s[+-]\s*\d+\s+[a-z]+$/i.test(value);
  return counted ? 'Count in days, working days or weeks, for example "rc1 - 4 weeks".' : undefined;
}
