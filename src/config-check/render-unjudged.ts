// The words of a check whose config could not be judged: why, and what to do.
import type { Unjudged } from './verdict.ts';

export function unjudgedWords(verdict: Unjudged): string {
  return `**This config could not be judged.** ${WHY[verdict.over](verdict.limit)} ${MEANWHILE}`;
}

const SMALLER =
  'Make it smaller: take out releases that are over, or use fewer milestones, tasks and holidays. Then push again.';

const AGAIN =
  'Choose **Re-run** on this check to try again. If that does not help, make the config smaller: fewer releases, milestones, tasks and holidays.';

const WHY: Readonly<Record<Unjudged['over'], (limit: number) => string>> = {
  time: (seconds) => `That takes longer than the ${seconds} seconds that a check has. ${SMALLER}`,
  memory: (megabytes) => `That takes more than the ${megabytes} MB of memory that a check has. ${SMALLER}`,
  ended: () => `The program that judges it ended before it had an answer. ${AGAIN}`,
  garbled: () => `The program that judges it gave an answer that could not be read. ${AGAIN}`,
};

const MEANWHILE = 'Nothing in it is used before it is merged.';
