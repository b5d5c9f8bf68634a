// Which checks of a commit fail, in GitHub's words.
import type { RawContext } from './pull-fields.ts';

const BAD_CONCLUSIONS = ['FAILURE', 'TIMED_OUT', 'CANCELLED', 'ACTION_REQUIRED', 'STARTUP_FAILURE'];
const OTHER_CONCLUSIONS = ['SUCCESS', 'NEUTRAL', 'SKIPPED', 'STALE'];
const STATES = ['ERROR', 'FAILURE', 'SUCCESS', 'PENDING', 'EXPECTED'];

/** Its name, or nothing. */
export function failingName(context: RawContext): string[] {
  if (context.__typename === 'CheckRun')
    return BAD_CONCLUSIONS.includes(context.conclusion ?? '') ? [context.name] : [];
  return ['ERROR', 'FAILURE'].includes(context.state) ? [context.context] : [];
}

/** Whether GitHub says something of it that we know no meaning of. */
export function isUnheardOf(context: RawContext): boolean {
  if (context.__typename !== 'CheckRun') return !STATES.includes(context.state);
  const { conclusion } = context;
  return conclusion !== null && ![...BAD_CONCLUSIONS, ...OTHER_CONCLUSIONS].includes(conclusion);
}
