// Turns what a run carried out into changes, each with its why.
import type { Day } from '../../src/domain/day.ts';
import type { Applied } from '../../src/domain/outcome.ts';
import { describe } from '../../src/text/describe-operation.ts';
import { numbered } from '../machine/log-entry.ts';
import type { SimulatedChange } from './simulation.ts';

/** One per operation; what was so already is none. */
export function changesOf(applied: readonly Applied[], day: Day): SimulatedChange[] {
  return applied.flatMap(({ operation, outcome, detail, number }) => {
    if (outcome === 'already') return [];
    const failure = outcome === 'done' ? {} : { failure: detail ?? outcome };
    const silent = operation.kind === 'send-notice' && operation.update !== undefined;
    const what = numbered(describe(operation), applied);
    const base = {
      kind: 'change',
      day,
      operation: operation.kind,
      what,
      number,
      why: operation.why,
    } as const;
    return [{ ...base, ...(silent ? { silent } : {}), ...failure }];
  });
}
