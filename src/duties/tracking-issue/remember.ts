// What the log of a tracking issue keeps for the next run, to tell what people have changed since.
import type { DesiredState } from '../../domain/desired.ts';
import type { LedgerState } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { render } from './render.ts';
import { daysOf, duesOf } from './slips/slips.ts';
import { type Carried, carriedState } from './tasks/carried.ts';
import { mutedState } from './tasks/muted-state.ts';
import type { TaskMemory } from './tasks/task-memory.ts';

interface Kept extends Pick<LedgerState, 'assigned' | 'below'> {
  readonly done: ReadonlySet<string>;
  readonly memory: TaskMemory;
  readonly carried: Carried;
  readonly steps: Pick<LedgerState, 'steps'>;
  readonly blocked: Pick<LedgerState, 'blocked'>;
  /** Logins of those who muted the release. */
  readonly muted: readonly string[];
}

export function stateFor(release: Release, kept: Kept): DesiredState {
  const { done, assigned, below, memory, carried, steps, blocked, muted } = kept;
  const state = {
    done: [...done].toSorted(),
    days: daysOf(release),
    due: duesOf(release),
    assigned: assigned.toSorted(),
    below: below.toSorted(),
    ...memory,
    ...carriedState(carried),
    ...blocked,
    ...steps,
    ...mutedState(muted),
  };
  return { kind: 'state', issue: trackingKey(release), state, why: render.whyState() };
}
