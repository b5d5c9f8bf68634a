// Which manual tests nobody runs, by what the config leaves out.
import type { Lack } from '../../domain/standing.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import type { LackInput } from '../duty.ts';
import { candidatesOf } from './candidates.ts';
import type { ManualConfig } from './config.ts';
import { listed } from './testers.ts';

export function lacksOf({ config, releases, teams }: LackInput<ManualConfig>): Lack[] {
  if (config.tests.length === 0 && config.file === undefined) return [NO_TESTS];
  const named = new Set(config.tests.map(({ team }) => team));
  const empty = Object.entries(teams).filter(([id, team]) => named.has(id) && listed(team).length === 0);
  return [
    ...releases
      .filter((release) => candidatesOf(release, config).length === 0)
      .map(({ version }) => ({ release: version, ...NO_CANDIDATE })),
    ...empty.map(([id]) => ({
      kinds: ['open-manual-test'],
      why: `the team "${escapeMarkdown(id)}" lists no people`,
      lost: 'its manual tests are assigned to nobody',
      fix: 'Add "people" or "lead" to the team.',
    })),
  ];
}

const NO_TESTS: Lack = {
  why: 'no manual tests are listed',
  lost: 'nothing is assigned or counted',
  fix: 'Add "tests" or "file" to "manual-tests".',
};

const NO_CANDIDATE = {
  why: 'it has no candidate',
  lost: 'its manual tests are never assigned',
  fix: 'Add a milestone of the kind rc, or name milestones in "manual-tests.candidates".',
};
