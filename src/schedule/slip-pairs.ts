// The milestones to move as people write them: `rc1 +1w`, or several as `release=+1w rc2=+1w`.
import { type Day, parseDay } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import { SLIP_FORMS, slipDay } from './slip-amount.ts';
import { findMilestone, findUndated } from './slip-find.ts';

/** How several are written, for error messages. */
export const PAIRS_FORM = 'release=+1w rc2=+1w';

export interface NamedDay {
  readonly milestone: string;
  readonly to: Day;
}

interface Pair {
  readonly id: string;
  /** A day, or an amount from the old day. */
  readonly when: string;
}

/**
 * Reads the words behind the release. Amounts are counted from the days that the milestones have now, so that the
 * order of pairs means nothing. All mistakes are told at once.
 */
export function readPairs(
  spec: ScheduleSpec,
  version: string,
  words: readonly string[],
): readonly NamedDay[] | { readonly problems: readonly Problem[] } {
  const pairs = pairsOf(words.map((word) => word.replace(/,$/, '')).filter((word) => word !== ''));
  if ('code' in pairs) return { problems: [pairs] };
  const read = pairs.map((pair, index) =>
    pairs.slice(0, index).some(({ id }) => id === pair.id) ? twice(pair) : dayOf(spec, version, pair),
  );
  const problems = read.flatMap((one, index) =>
    'code' in one ? [pairs.length === 1 ? one : inPair(one, pairs[index])] : [],
  );
  if (problems.length === 0) return read.flatMap((one) => ('code' in one ? [] : [one]));
  const unknown = read.flatMap((one) => ('code' in one && one.code === 'unknown-release' ? [one] : []));
  return { problems: unknown.length > 0 ? unknown.slice(0, 1) : problems };
}

function twice({ id }: Pair): Problem {
  return problem('named-twice', [`"${id}" is named twice.`, 'Give it one day.']);
}

function inPair(one: Problem, pair: Pair | undefined): Problem {
  return pair === undefined ? one : { ...one, message: `In "${pair.id}=${pair.when}": ${one.message}` };
}

function dayOf(spec: ScheduleSpec, version: string, { id, when }: Pair): NamedDay | Problem {
  if (findUndated(spec, version, id) !== undefined) return firstDayOf(id, when);
  const found = findMilestone(spec, version, id);
  if ('code' in found) return found;
  const to = slipDay(when, found.milestone.day, spec.holidays);
  return to === undefined
    ? problem('no-day', [`"${when}" is not a day.`, `Use ${SLIP_FORMS}.`])
    : { milestone: id, to };
}

/** There is no day to count an amount from. */
function firstDayOf(id: string, when: string): NamedDay | Problem {
  const to = parseDay(when.trim());
  return to === undefined
    ? problem('no-day', [
        `"${id}" has no day yet, and "${when}" is not one.`,
        'Write a day such as 2026-11-17.',
      ])
    : { milestone: id, to };
}

function pairsOf(words: readonly string[]): Pair[] | Problem {
  const [first = '', ...rest] = words;
  if (!words.some((word) => word.includes('='))) {
    return rest.length === 0
      ? problem('no-pair', ['A milestone and its new day are missing.', `Write rc1 +1w, or ${PAIRS_FORM}.`])
      : [{ id: first.toLowerCase(), when: rest.join(' ') }];
  }
  if (!first.includes('=')) return problem('no-pair', [`"${first}" has no new day.`, `Write ${PAIRS_FORM}.`]);
  const texts: string[] = [];
  for (const word of words)
    if (word.includes('=')) texts.push(word);
    else texts[texts.length - 1] += ` ${word}`;
  const pairs = texts.map((text): Pair => {
    const at = text.indexOf('=');
    return { id: text.slice(0, at).toLowerCase(), when: text.slice(at + 1).trim() };
  });
  const broken = pairs.find(({ id, when }) => id === '' || when === '' || when.includes('='));
  if (broken === undefined) return pairs;
  const text = `${broken.id}=${broken.when}`;
  return problem('no-pair', [`"${text}" is not a milestone with its new day.`, `Write ${PAIRS_FORM}.`]);
}

function problem(code: string, [message, fix]: readonly [string, string]): Problem {
  return { code, severity: 'error', path: ['releases'], message, fix };
}
