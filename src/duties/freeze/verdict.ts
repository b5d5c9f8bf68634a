// Whether an open pull request may be merged now: what freezes its branch, and what lets it through.
import type { ListedPull } from '../../domain/pull.ts';
import { includesName } from '../../people/names.ts';
import { type Standing, type Step, standingOf } from './exceptions/state.ts';
import { type Freeze, type Sight, freezeOf } from './freezes.ts';

export type Verdict =
  /** Nothing freezes its branch. */
  | { readonly kind: 'open' }
  | { readonly kind: 'labelled'; readonly freeze: Freeze; readonly label: string }
  | { readonly kind: 'frozen'; readonly freeze: Freeze; readonly exception: Standing | undefined };

/** `steps` are those of all releases, by version. */
export function verdictOf(
  pull: Pick<ListedPull, 'number' | 'base' | 'labels'>,
  sight: Sight,
  steps: ReadonlyMap<string, readonly Step[]>,
): Verdict {
  const freeze = freezeOf(pull.base, sight);
  if (freeze === undefined) return { kind: 'open' };
  const label = sight.config.allow.find((name) => includesName(pull.labels, name));
  if (label !== undefined) return { kind: 'labelled', freeze, label };
  const exception = standingOf(pull.number, steps.get(freeze.release.version) ?? []);
  return { kind: 'frozen', freeze, exception };
}

/** Whether somebody has to act before it can be merged. */
export function isHeld(verdict: Verdict): verdict is Extract<Verdict, { kind: 'frozen' }> {
  return verdict.kind === 'frozen' && verdict.exception !== 'accepted';
}
