// Why a step fails whose input `fail-on` names blockers: there are some, or nobody looked for them.
import type { Run } from '../run/reconcile.ts';
import { redOf } from '../standing/figures.ts';

/** One line; undefined when none is open. A gate that can't see must not let pass. */
export function blockerProblem(run: Run): string | undefined {
  // A run that could not use the config, or could not read the blockers, has failed by itself.
  if (run.kind === 'no-config' || run.kind === 'broken-config') return undefined;
  if (run.kind === 'off')
    return 'The input `fail-on` is blockers, but `enabled: no` is in the config, so nobody looks for them.';
  if (run.heard.every(({ name }) => name !== 'blockers'))
    return 'The input `fail-on` is blockers, but the config has no section `report`, so nobody looks for them.';
  const found = redOf('blocker', run.standing);
  if (found.length === 0) return undefined;
  const numbers = found.slice(0, 10).map(({ key }) => key.replace('blocker/', '#'));
  const more = found.length > numbers.length ? ` and ${found.length - numbers.length} more` : '';
  return `${found.length === 1 ? 'A blocker is' : `${found.length} blockers are`} open: ${numbers.join(', ')}${more}.`;
}
