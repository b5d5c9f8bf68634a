// The one way to write a length of time, in configs and commands: `7d`, `7 days`, `1 week`, `1 working day`.

export type SpanUnit = 'days' | 'working-days' | 'weeks';

/** `1 week` is `{ amount: 1, unit: 'weeks' }`. */
export interface Span {
  /** A whole number from 0 to 999. */
  readonly amount: number;
  readonly unit: SpanUnit;
}

/** A span, or hours: `4 hours` is `{ amount: 4, unit: 'hours' }`. Hours are real ones, whatever clocks do meanwhile. */
export interface TimeSpan {
  readonly amount: number;
  readonly unit: SpanUnit | 'hours';
}

/** The forms, for messages. */
export const SPAN_FORMS = '7d, 7 days, 1 week, or 3 working days';

/** As JSON Schema has it, behind the number. */
export const SPAN_UNITS = String.raw`\s*(wd|d|w|working\s+days?|days?|weeks?)`;

/** The same with hours, as JSON Schema has it. */
export const TIME_SPAN_UNITS = String.raw`(${SPAN_UNITS}|\s*(h|hours?))`;

const SPAN = new RegExp(String.raw`^(\d{1,3})${SPAN_UNITS}$`, 'i');

/** Undefined when the text is no length of time. */
export function parseSpan(text: string): Span | undefined {
  const [, amount, unit] = SPAN.exec(text.trim()) ?? [];
  return amount === undefined || unit === undefined
    ? undefined
    : { amount: Number(amount), unit: unitOf(unit.toLowerCase()) };
}

const HOURS = /^(\d{1,3})\s*(?:h|hours?)$/i;

/** The same where hours are allowed: `4h`, `4 hours`. */
export function parseTimeSpan(text: string): TimeSpan | undefined {
  const hours = HOURS.exec(text.trim())?.[1];
  return hours === undefined ? parseSpan(text) : { amount: Number(hours), unit: 'hours' };
}

function unitOf(word: string): SpanUnit {
  if (word === 'wd' || word.startsWith('working')) return 'working-days';
  return word.startsWith('w') ? 'weeks' : 'days';
}
