// Whether the App hears of what wakes the sections of a config.
import type { AnyDuty } from '../duties/duty.ts';
import { type Checkup, broken, ok } from './checkup.ts';
import type { Grants } from './rights.ts';

/** A change of the config, and commands. */
const ALWAYS = ['pull_request', 'issue_comment'];

/** GitHub sends them to every App, or to every App that may write checks. */
const UNASKED = /^(?:installation|check_)/;

/** `duties` are those that the config switches on. */
export function judgeEvents(
  { events, settings }: Extract<Grants, { kind: 'app' }>,
  duties: readonly AnyDuty[],
): Checkup[] {
  const needed = new Set([...ALWAYS, ...duties.flatMap(({ wakesOn }) => wakesOn)]);
  const missing = [...needed].filter((name) => !UNASKED.test(name) && !events.includes(name)).toSorted();
  if (missing.length === 0) return [ok('Permissions', 'webhooks', 'the App asks for all that it needs')];
  return [
    broken('Permissions', 'webhooks', {
      found: `the App is not subscribed to ${missing.join(', ')}`,
      lost: 'what they tell is seen at the next look at everything, within 15 minutes',
      fix: 'Select them under "Subscribe to events" in the settings of the App.',
      link: settings,
    }),
  ];
}
