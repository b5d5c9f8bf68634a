// Whether a run would find what the last one found, and do nothing: then it need not look.
import { lacksSomething } from '../github/observe.ts';
import { planAhead } from '../plan/plan-ahead.ts';
import { dutyRun } from './duty-run.ts';
import type { LastLook } from './last-look.ts';
import { readerOf } from './prepare.ts';
import type { Scope } from './scope.ts';

/** Milliseconds. What no pulse shows is looked for this often all the same. */
const LONGEST = 60 * 60_000;

/** `pulse` now, and that of right before the last look at everything. */
export interface Pulses {
  readonly now: string | undefined;
  readonly before: string | undefined;
}

/** Milliseconds. GitHub's times are whole seconds: of one that is as new as the look nobody knows what came after. */
const FRESH = 5_000;

/** Nothing changed, nothing is due by the clock, and the last look is not too old. */
export function isStill(last: LastLook, { now: pulse, before }: Pulses, scope: Scope): boolean {
  const age = scope.now - last.at;
  if (pulse === undefined || pulse !== before || age < 0 || age >= LONGEST) return false;
  if (newestIn(pulse) > last.at - FRESH) return false;
  const prepared = readerOf(scope)(last.text, scope.now);
  // What could not be read is tried again.
  const isWhole =
    last.written.length === 0 &&
    !lacksSomething([last.observation]) &&
    !isAwaiting(last) &&
    !looksElsewhere(last);
  if ('problems' in prepared || !isWhole) return false;
  const run = dutyRun(prepared, scope);
  const passes = planAhead(run, last.observation, prepared.config.limits.operations);
  return passes.every(({ operations, left }) => operations.length === 0 && left.length === 0);
}

/** A team answers on Slack, which no pulse shows. */
function isAwaiting({ observation: { seen } }: LastLook): boolean {
  return seen.known && seen.value.length > 0;
}

/** The pulse is that of this repository. */
function looksElsewhere({ observation: { elsewhere } }: LastLook): boolean {
  return elsewhere.known && elsewhere.value.repositories.length > 0;
}

function newestIn(pulse: string): number {
  const times = [...pulse.matchAll(/"(\d{4}-\d{2}-\d{2}T[\d:]+Z)"/g)].map(([, text = '']) =>
    Date.parse(text),
  );
  return Math.max(-Infinity, ...times);
}
