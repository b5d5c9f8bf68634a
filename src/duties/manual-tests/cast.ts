// What the scripted team of a simulation does for manual tests: the people of a team run a share of its tests each day.
import { addDays } from '../../domain/day.ts';
import { runsOf } from '../../domain/manual-test.ts';
import { toManualTest } from '../../config/to-manual-test.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { MOST_COMMANDS } from '../../text/command-lines.ts';
import type { Cast, Deed } from '../cast.ts';
import { findOwn } from '../find-own.ts';
import { candidatesOf } from './candidates.ts';
import type { ManualConfig } from './config.ts';
import { listed } from './testers.ts';

/** Days before a candidate on which tests are run. */
const DAYS = 5;

/** Only tests of the config: nobody of the team has read a file. */
export const cast: Cast<ManualConfig> = ({ config, release, issues, today, teams = {} }) => {
  const tracking = findOwn(issues, trackingKey(release));
  if (tracking?.state !== 'open') return [];
  const tests = config.tests.map(toManualTest);
  return candidatesOf(release, config).flatMap(({ id, day }) => {
    const left = Array.from({ length: DAYS }, (_, index) => addDays(day, -index)).indexOf(today);
    if (left === -1) return [];
    return Object.entries(teams).flatMap(([team, { lead, people }]): Deed[] => {
      const [by] = listed({ lead, people });
      const lines = runsOf(tests, id)
        .filter(({ test }) => test.team === team)
        .filter((run, index) => index % DAYS === left && !isStuck(run.id, tracking.comments))
        .map((run) => `/release test pass ${run.id} ${id}`)
        .slice(0, MOST_COMMANDS);
      if (by === undefined || lines.length === 0) return [];
      return [{ kind: 'comment', by, number: tracking.number, body: lines.join('\n') }];
    });
  });
};

/** What somebody said last of a test is that it fails or is blocked: it is not run before they say otherwise. */
function isStuck(run: string, comments: readonly { readonly body: string }[]): boolean {
  const said = comments
    .flatMap(({ body }) => body.split('\n'))
    .findLast((line) => line.startsWith('/release test ') && line.split(' ')[3] === run);
  return ['fail', 'blocked'].includes(said?.split(' ')[2] ?? '');
}
