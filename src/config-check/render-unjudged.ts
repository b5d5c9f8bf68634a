// The words of a check whose config could not be judged: why, and what to do.
import type { Unjudged } from './verdict.ts';

export function unjudgedWords(verdict: Unjudged): string {
  return `**relcomms couldn't check this config.** ${WHY[verdict.over](verdict.limit)} ${MEANWHILE}`;
}

const SMALLER =
  'Make it smaller: remove releases that are over, or use fewer milestones, tasks, and holidays. Then push again.';

const AGAIN =
  'Choose **Re-run** on this check to try again. If that does not help, make the config smaller: fewer releases, milestones, tasks, and holidays.';

const WHY: Readonly<Record<Unjudged['over'], (limit: number) => string>> = {
  time: (seconds) => `It takes longer than ${seconds} seconds, the limit of a check. ${SMALLER}`,
  memory: (megabytes) => `It takes more than ${megabytes} MB of memory, the limit of a check. ${SMALLER}`,
  ended: () => `The program that checks it ended without an answer. ${AGAIN}`,
  garbled: () => `The program that checks it gave an answer that could not be read. ${AGAIN}`,
};

const MEANWHILE = 'relcomms uses none of it before it is merged.';
