// Who wants no pings: those of the config and those of the log, nobody else, whatever their capitals.
import { wantsQuiet } from '../../../src/duties/deadlines/input.ts';
import { at, inputOf, read, releaseOf, stateOf, trackingIssue } from './world.ts';

const NOW = at('2026-11-03T00:00:00Z');
const prepared = read(`timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 8, release-week: 8, weeks-after: 0 }
releases: [{ version: 1.0.0, release: 2026-11-24 }]
tasks: []
deadlines: {}
`);
const release = releaseOf(prepared);
const LOGINS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** Who of all is quiet, for the names of the config and those of the log; without them the log has no state. */
function quietOf(quiet: readonly string[], muted?: readonly string[]): string[] {
  const issue = trackingIssue(release, NOW);
  const { ledger } = issue;
  if (ledger === undefined) throw new Error('no log');
  const state = muted === undefined ? undefined : { ...stateOf(release), muted };
  const tracking = { ...issue, ledger: { ...ledger, state } };
  const input = { ...inputOf(prepared, [tracking], NOW), quiet: new Set(quiet) };
  return LOGINS.filter((login) => wantsQuiet(login, tracking, input));
}

test('without names nobody is quiet, whether the log remembers something or not', () => {
  expect(quietOf([])).toEqual([]);
  expect(quietOf([], [])).toEqual([]);
});

test('names of the config and of the log count alike, in capitals as well', () => {
  expect(quietOf(['b', 'C'])).toEqual(['b', 'c']);
  expect(quietOf(['b', 'C'], ['D', 'e'])).toEqual(['b', 'c', 'd', 'e']);
});
