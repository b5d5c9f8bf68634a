// The one way to write a length of time, in configs and commands: `7d`, `7 days`, `1 week`, `1 working day`.

export type SpanUnit = 'days' | 'working-days' | 'weeks';

/** `1 week` is `{ amount: 1, unit: 'weeks' }`. */
export interface Span {
  /** A whole number from 0 to 999. */
  readonly amount: number;
  readonly unit: SpanUnit;
}

/** The forms, for messages. */
export const SPAN_FORMS = '7d, 7 days, 1 week, or 3 working days';

/** As JSON Schema has it, behind the number. */
export const SPAN_UNITS = String.raw`\s*(wd|d|w|working\s+days?|days?|weeks?)`;

const SPAN = new RegExp(String.raw`^(\d{1,3})${SPAN_UNITS}$`, 'i');

/** Undefined when the text is no length of time. */
export function parseSpan(text: string): Span | undefined {
  const [, amount, unit] = SPAN.exec(text.trim()) ?? [];
  return amount === undefined || unit === undefined
    ? undefined
    : { amount: Number(amount), unit: unitOf(unit.toLowerCase()) };
}

/** A length of time that may be shorter than a day: `6 hours`. */
export interface TimeSpan {
  /** A whole number from 0 to 999. */
  readonly amount: number;
  readonly unit: SpanUnit | 'hours';
}

/** As JSON Schema has hours, behind the number. */
export const HOUR_UNITS = String.raw`\s*(h|hours?)`;

const HOURS = new RegExp(`^(\\d{1,3})${HOUR_UNITS}$`, 'i');

/** Hours, or a length of time as everywhere else; undefined when the text is neither. */
export function parseTimeSpan(text: string): TimeSpan | undefined {
  const hours = HOURS.exec(text.trim())?.[1];
  return hours === undefined ? parseSpan(text) : { amount: Number(hours), unit: 'hours' };
}

function unitOf(word: string): SpanUnit {
  if (word === 'wd' || word.startsWith('working')) return 'working-days';
  return word.startsWith('w') ? 'weeks' : 'days';
}
