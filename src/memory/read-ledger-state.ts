// Reads what a log remembers: every part that is not of its shape is absent.
import type { LedgerState, Skipped } from '../domain/observed.ts';
import { daysOf, fieldsOf, listOf, textIn, textsOf, valueIn } from './read-value.ts';

/** From the JSON of the log. A state from before the later parts were kept has none of them. */
export function ledgerStateOf(raw: unknown): LedgerState {
  const fields = fieldsOf(raw);
  const doneOn = daysOf(valueIn(fields, 'doneOn'));
  const skipped = skippedOf(valueIn(fields, 'skipped'));
  const carriedOut = textsOf(valueIn(fields, 'carriedOut'));
  const muted = valueIn(fields, 'muted');
  const blocked = textsOf(valueIn(fields, 'blocked'));
  const steps = valueIn(fields, 'steps');
  return {
    done: listOf(valueIn(fields, 'done')),
    days: daysOf(valueIn(fields, 'days')) ?? {},
    due: daysOf(valueIn(fields, 'due')) ?? {},
    assigned: listOf(valueIn(fields, 'assigned')),
    below: listOf(valueIn(fields, 'below')),
    ...(doneOn === undefined ? {} : { doneOn }),
    ...(skipped === undefined ? {} : { skipped }),
    ...(carriedOut === undefined ? {} : { carriedOut }),
    ...(blocked === undefined ? {} : { blocked }),
    ...(Array.isArray(steps) ? { steps: listOf(steps) } : {}),
    ...(Array.isArray(muted) ? { muted: listOf(muted) } : {}),
  };
}

function skippedOf(value: unknown): Readonly<Record<string, Skipped>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, one]): [string, Skipped][] => {
      const fields = fieldsOf(one);
      const by = textIn(fields, 'by');
      const because = textIn(fields, 'because');
      return by === undefined || because === undefined ? [] : [[id, { by, because }]];
    }),
  );
}
