// What the duties of a run share, what they want to have looked at, and what a run brings along to look with.
import type { Config } from '../config/config.ts';
import { addDays, day, dayAt } from '../domain/day.ts';
import type { Questions } from '../domain/questions.ts';
import type { Release } from '../domain/release.ts';
import { DUTIES } from '../duties/index.ts';
import { ownAccounts } from '../github/accounts.ts';
import { CONFIG_PATH } from '../github/config/read-config.ts';
import type { ReadArtifact } from '../github/facts/branch-tests/read-artifact.ts';
import type { Setting } from '../github/facts/fact.ts';
import { FACTS } from '../github/facts/index.ts';
import { bareQuestions, joinQuestions } from '../github/facts/join-questions.ts';
import { type DutyRun, neededBy, questionsOf } from '../plan/desire.ts';
import { PLAN_NEEDS } from '../plan/plan-from.ts';
import { type Prepared, readerOf } from './prepare.ts';
import type { Scope } from './scope.ts';

/** What the duties of a run with this config share. */
export function dutyRun({ text, config, releases }: Prepared, scope: Omit<Scope, 'github'>): DutyRun {
  const { now, path, duties = DUTIES } = scope;
  const read = readerOf(scope);
  const source = {
    path: path ?? CONFIG_PATH,
    text,
    spec: config.schedule,
    reread: (again: string) => read(again, now),
  };
  const { sections, asked, people, teams, audiences } = config;
  return { duties, sections, asked, releases, source, people, teams, audiences, now };
}

/** Everything that the duties of a run want to have looked at, and what they need without naming anything. */
export function questionsFor(run: DutyRun, { facts = FACTS }: Pick<Scope, 'facts'>): Questions {
  const needed = bareQuestions(facts, [...PLAN_NEEDS, ...neededBy(run)]);
  return joinQuestions(facts, [needed, ...questionsOf(run)]);
}

/** Our issues are older than nothing in the config; a quarter before the first cycle is far enough back. */
export function settingFor(
  { config, releases }: { readonly config: Pick<Config, 'app'>; readonly releases: readonly Release[] },
  scope: Omit<Scope, 'github'>,
  viewer: string,
): Setting {
  const starts = releases.map((release) => release.start).toSorted();
  const since = addDays(starts[0] ?? dayAt(scope.now, 'UTC'), -90);
  const { now, channels, artifacts, reports, numbers, reach } = scope;
  return {
    accounts: ownAccounts(viewer, config.app),
    since: since < EVER ? EVER : since,
    now,
    channels,
    artifacts,
    reports,
    numbers,
    reach,
    readArtifact,
  };
}

const EVER = day('1970-01-01');

/** What reads archives is loaded only when there is one. */
const readArtifact: ReadArtifact = async (bytes) => {
  const reader = await import('../test-results/read-artifact.ts');
  return await reader.readArtifact(bytes);
};
