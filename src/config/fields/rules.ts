// Decoders of rules for releases: how often, and with which versions.
import type * as z from 'zod';
import { nearest } from '../../domain/nearest.ts';
import { RHYTHM_FORMS, RHYTHM_PATTERN, type Rhythm, parseRhythm } from '../../domain/rhythm.ts';
import {
  PLACE_NAMES,
  type PatternMistake,
  type VersionPattern,
  parseVersionPattern,
  versionOf,
} from '../../domain/version-pattern.ts';
import type { Day } from '../../domain/day.ts';
import { quoted } from '../yaml/hidden.ts';
import { version } from './accounts.ts';
import { type Mistake, type Reading, scalar } from './scalar.ts';

const EVERY_FIX = `Write how often: ${RHYTHM_FORMS}.`;

/** `6 weeks`, `monthly second wednesday`. */
export function rhythm(): z.ZodType<Rhythm> {
  return scalar<Rhythm>({
    fix: EVERY_FIX,
    json: { type: 'string', pattern: RHYTHM_PATTERN },
    read: (value) => {
      const parsed = parseRhythm(value);
      return parsed === undefined ? noRhythm(value) : { value: parsed };
    },
  });
}

/** The words of a rhythm, each of which may be misspelt. */
const WORDS = (
  'week weeks weekly month months monthly quarter quarterly year yearly first second third fourth last day ' +
  'monday tuesday wednesday thursday friday saturday sunday'
).split(' ');

function noRhythm(value: string): Mistake {
  const words = value
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .slice(0, 6)
    .map((word) => (/^[a-z]{3,12}$/.test(word) ? (nearest(word, WORDS) ?? word) : word));
  const meant = words.join(' ');
  const isClear = meant !== value.trim().toLowerCase() && parseRhythm(meant) !== undefined;
  return {
    code: 'bad-rhythm',
    message: `${quoted(value)} does not say how often.`,
    fix: isClear ? `Did you mean ${meant}?` : EVERY_FIX,
  };
}

const VERSIONS_FIX = `Write the version with places in braces: {n} counts up; ${PLACE_NAMES.slice(1)
  .map((name) => `{${name}}`)
  .join(', ')} are those of release day. For example '2.{n}.0' or '{yyyy}.{m}'.`;

/** `2.{n}.0`, `{yyyy}.{mm}`. */
export function versionPattern(): z.ZodType<VersionPattern> {
  return scalar<VersionPattern>({
    fix: VERSIONS_FIX,
    json: { type: 'string', minLength: 1, maxLength: 60 },
    read: readPattern,
  });
}

function readPattern(value: string): Reading<VersionPattern> {
  const parsed = parseVersionPattern(value);
  if (!('parts' in parsed)) return patternMistake(value, parsed);
  if (parsed.parts.every((part) => 'text' in part))
    return {
      code: 'bad-versions',
      message: `${quoted(value)} has no place in braces, so all releases would have one version.`,
      fix: VERSIONS_FIX,
    };
  const example = versionOf(parsed.parts, 1, '2026-11-03' as Day);
  if (!version().safeParse(example).success)
    return {
      code: 'bad-versions',
      message: `${quoted(value)} makes ${quoted(example)}, which is no version.`,
      fix: 'Write letters, digits, dots and hyphens without spaces beside the braces.',
    };
  return { value: parsed.parts };
}

function patternMistake(value: string, mistake: PatternMistake): Mistake {
  if (mistake.kind === 'braces')
    return { code: 'bad-versions', message: `${quoted(value)} has a brace alone.`, fix: VERSIONS_FIX };
  if (mistake.kind === 'side-by-side') {
    const { first, second } = mistake;
    return {
      code: 'bad-versions',
      message: `In ${quoted(value)} nothing separates {${first}} from {${second}}, so 1 and 11 would read like 11 and 1.`,
      fix: `Put a dot between them: {${first}}.{${second}}.`,
    };
  }
  const meant = nearest(mistake.name, PLACE_NAMES);
  return {
    code: 'unknown-place',
    message: `{${mistake.name.slice(0, 40)}} has no value in a version.`,
    fix: meant === undefined ? VERSIONS_FIX : `Did you mean {${meant}}?`,
  };
}
