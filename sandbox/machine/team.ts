// What the cast does on a day besides the script of its scenario: their tasks, as the scripted team of a simulation.
import type { Deed } from '../../src/duties/cast.ts';
import { type Day, instantOf } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import { tick } from '../../src/body/ticks.ts';
import { rememberPrepared } from '../../src/run/remember-prepared.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { planDeeds } from '../simulate/deeds.ts';

export interface Team {
  /** Their deeds of the day, given the config on the default branch; each task is done once, whatever becomes of it. */
  deedsOn(day: Day, config: string): readonly Deed[];
}

/** The team of one scenario under way. */
export function createTeam(scenario: Scenario, github: EmbeddedGitHub, people: readonly string[]): Team {
  const prepare = rememberPrepared();
  const known = new Set(people);
  const left = new Set(scenario.leaves ?? []);
  const done = new Set<string>();
  /** Without what was done before: a box that the visitor has cleared stays clear. */
  const fresh = (deed: Deed, { version }: Release): Deed[] => {
    if (!known.has(deed.by)) return [];
    if (deed.kind === 'comment' || deed.kind === 'approve') return [deed];
    const tasks = deed.tasks.filter(({ id }) => !left.has(id) && !done.has(`${version} ${id}`));
    for (const { id } of tasks) done.add(`${version} ${id}`);
    return tasks.length === 0 ? [] : [{ ...deed, tasks }];
  };
  return {
    deedsOn: (today, text) => {
      const prepared = prepare(text, instantOf(today, '12:00', 'UTC'));
      if ('problems' in prepared) return [];
      const { releases, config } = prepared;
      const issues = github.state()[0]?.issues ?? [];
      const { holidays } = config.schedule;
      return releases.flatMap((release) =>
        planDeeds({ release, today, holidays, issues, teams: config.teams }, config.sections).flatMap(
          (deed) => fresh(deed, release),
        ),
      );
    },
  };
}

/** Rejects when GitHub refuses it. */
export async function carryOutDeed(github: EmbeddedGitHub, deed: Deed): Promise<void> {
  const person = github.as(deed.by);
  switch (deed.kind) {
    case 'comment':
      return void (await person.comment(deed.number, deed.body));
    case 'approve':
      return void (await person.review(deed.number, 'APPROVE'));
    case 'close':
      return person.close(deed.number);
    case 'tick': {
      const ids = new Set(deed.tasks.map(({ id }) => id));
      return person.editBody(deed.number, (body) => tick(body, ids));
    }
  }
}
