// Decoders of words: text, ids, choices, yes or no, whole numbers.
import type * as z from 'zod';
import { nearest } from '../../domain/nearest.ts';
import { quoted } from '../yaml/hidden.ts';
import { scalar } from './scalar.ts';

export interface TextLimits {
  /** Longest text in characters. */
  readonly max?: number;
  /** Whether it may run over several lines. */
  readonly lines?: boolean;
}

/** A text that is not empty; one line unless `lines`. */
export function text({ max = 200, lines = false }: TextLimits = {}): z.ZodType<string> {
  const fix = lines ? 'Write a text.' : 'Write a text of one line.';
  return scalar({
    fix,
    json: { type: 'string', minLength: 1, maxLength: max },
    read: (value) => {
      if (value === '') return { code: 'empty-text', message: 'The text is empty.', fix };
      if (value.length > max) {
        const message = `The text has ${value.length} characters; at most ${max} are allowed.`;
        return { code: 'too-long', message, fix: 'Shorten it.' };
      }
      if (lines || !/[\r\n]/.test(value)) return { value };
      return { code: 'several-lines', message: 'The text runs over several lines.', fix };
    },
  });
}

/** A text of a fixed shape; `what` and `fix` are for messages. */
export function pattern(spec: {
  readonly pattern: RegExp;
  readonly code: string;
  /** `a version`, for "… is not a version." */
  readonly what: string;
  readonly fix: string;
  readonly suggest?: (value: string) => string | undefined;
  /** What to do about a mistake of a kind that is known. */
  /** What is too long about a value that is fine but for its length. */
  readonly tooLong?: (value: string) => string | undefined;
  readonly advise?: (value: string) => string | undefined;
}): z.ZodType<string> {
  return scalar({
    fix: spec.fix,
    json: { type: 'string', pattern: spec.pattern.source },
    read: (value) => {
      if (spec.pattern.test(value)) return { value };
      const long = spec.tooLong?.(value);
      if (long !== undefined)
        return { code: 'too-long', message: `${quoted(value)} is too long: ${long}.`, fix: 'Shorten it.' };
      const guess = spec.suggest?.(value);
      const fits = guess !== undefined && spec.pattern.test(guess);
      const fix = fits ? `Write ${quoted(guess)}.` : (spec.advise?.(value) ?? spec.fix);
      return { code: spec.code, message: `${quoted(value)} is not ${spec.what}.`, fix };
    },
  });
}

/** Lower-case words joined by hyphens, with at least one letter: `press-briefings`. */
export function id(): z.ZodType<string> {
  return pattern({
    pattern: /^(?=.*[a-z])(?!constructor$)[a-z0-9]{1,40}(-[a-z0-9]{1,40}){0,9}$/,
    code: 'bad-id',
    what: 'an id',
    fix: 'Write lower-case words joined by hyphens, for example press-briefings.',
    tooLong: (value) => (/^[a-z0-9-]+$/.test(value) ? longId(value) : undefined),
    suggest: (value) =>
      value
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, ''),
  });
}

function longId(value: string): string | undefined {
  const words = value.split(/[.-]/);
  const longest = Math.max(...words.map(({ length }) => length));
  if (longest > 40) return `a word has ${longest} characters; at most 40 are allowed`;
  return words.length > 10 ? `it has ${words.length} words; at most 10 are allowed` : undefined;
}

/** Like an id, begins with a letter and may hold dots: `rc1`, `alpha-2`, `beta.1`. */
export function milestoneId(): z.ZodType<string> {
  return pattern({
    pattern: /^(?!constructor$)[a-z][a-z0-9]{0,39}([.-][a-z0-9]{1,40}){0,9}$/,
    code: 'bad-id',
    what: 'the id of a milestone',
    fix: 'Write lower-case words joined by hyphens that begin with a letter, for example code-freeze or rc1.',
    tooLong: (value) => (/^[a-z][a-z0-9.-]+$/.test(value) ? longId(value) : undefined),
    suggest: (value) =>
      value
        .toLowerCase()
        .replaceAll(/[^a-z0-9.]+/g, '-')
        .replaceAll(/^-|-$/g, ''),
  });
}

/** One of a few words. */
export function oneOf<const T extends string>(choices: readonly T[]): z.ZodType<T> {
  const fix = `Write one of ${choices.join(', ')}.`;
  return scalar<T>({
    fix,
    json: { type: 'string', enum: [...choices] },
    read: (value) => {
      const choice = choices.find((known) => known === value.toLowerCase());
      if (choice !== undefined) return { value: choice };
      const guess = nearest(value, choices);
      return {
        code: 'unknown-choice',
        message: `${quoted(value)} is not allowed here.`,
        fix: guess === undefined ? fix : `Did you mean ${guess}?`,
      };
    },
  });
}

/** `yes`, `no`, `true` or `false`; `on` and `off` too. */
export function yesNo(): z.ZodType<boolean> {
  return scalar({
    fix: 'Write yes or no.',
    json: { enum: [true, false, 'yes', 'no', 'on', 'off'] },
    read: (value) => {
      const answer = readYesNo(value);
      if (answer !== undefined) return { value: answer };
      return {
        code: 'not-yes-no',
        message: `${quoted(value)} is neither yes nor no.`,
        fix: 'Write yes or no.',
      };
    },
  });
}

/** The answer that a text gives; undefined when it is none. */
export function readYesNo(value: string): boolean | undefined {
  if (/^(yes|true|on)$/i.test(value)) return true;
  return /^(no|false|off)$/i.test(value) ? false : undefined;
}

/** A whole number within bounds, both included. */
export function wholeNumber({ min, max }: { readonly min: number; readonly max: number }): z.ZodType<number> {
  const fix = `Write a whole number from ${min} to ${max}.`;
  return scalar({
    fix,
    json: { type: 'integer', minimum: min, maximum: max },
    read: (value) => {
      if (!/^-?\d{1,9}$/.test(value))
        return { code: 'not-a-number', message: `${quoted(value)} is not a whole number.`, fix };
      const size = Number(value);
      if (size >= min && size <= max) return { value: size };
      return { code: 'out-of-range', message: `${value} is too ${size < min ? 'small' : 'large'}.`, fix };
    },
  });
}
