// What a run would not be able to read, by having it look without a write.
import { failureWords } from '../github/failure.ts';
import type { Run } from '../run/reconcile.ts';
import { type Checkup, limited, ok, unknown } from './checkup.ts';

type Planned = Extract<Run, { plan: unknown }>;

export function judgeLook(run: Run): Checkup[] {
  if (!('plan' in run)) return [];
  const { unknown: missing, operations } = run.plan;
  const reasons = [...new Map(missing.map((one) => [`${one.fact}: ${one.why}`, one])).values()];
  return [
    ...(reasons.length === 0
      ? [ok('Look', 'a run', `everything can be read; the next run makes ${operations.length} changes`)]
      : reasons.map(({ duty, fact, why }) => ({
          ...unknown('Look', `${duty}: ${fact}`, why),
          lost: [`the section ${duty} does nothing until it can be read`],
        }))),
    ...watched(run),
  ];
}

/** What sections do not watch by what the look showed; what the config alone says is said with the config. */
function watched({ heard }: Planned): Checkup[] {
  const lacks = heard.flatMap(({ name, lacks: own = [] }) => own.map((lack) => ({ name, ...lack })));
  const once = new Map(lacks.map((lack) => [`${lack.name}: ${lack.why}`, lack]));
  // What could not be read of another repository is said of that repository.
  const others = [...once].filter(([, { isUnread }]) => isUnread !== true);
  return others.map(([subject, { why, lost, fix }]) => limited('Look', subject, { found: why, lost, fix }));
}

export function lookTrouble(error: unknown): Checkup {
  return unknown('Look', 'a run', `a run could not look: ${failureWords(error)}`, 'Run this again later.');
}
