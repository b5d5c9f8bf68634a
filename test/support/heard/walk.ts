// One random cycle by its seed: what nobody heard of in time, and who got too many emails.
import * as fc from 'fast-check';
import { type LoudWeek, weeksOf } from './ceiling.ts';
import { AS_WRITTEN } from './config-text.ts';
import { cycle } from './cycle.ts';
import { heardOf } from './heard.ts';
import { standing } from './moved-config.ts';
import { gateMusts } from './must-gates.ts';
import { taskMoveMusts } from './must-task-moves.ts';
import { moveMusts } from './must-moves.ts';
import { pullMusts } from './must-pulls.ts';
import { seenMusts } from './must-seen.ts';
import { heardOnSlack, slackMusts } from './must-slack.ts';
import { taskMusts } from './must-tasks.ts';
import { testMusts } from './must-tests.ts';
import { type Must, missing } from './must.ts';
import { type Played, play } from './play.ts';

export interface Walked {
  readonly missing: readonly string[];
  /** How many things had to be heard, by kind. */
  readonly asked: Readonly<Record<string, number>>;
  readonly weeks: readonly LoudWeek[];
  readonly played: Played;
}

/** Cycles with mistakes in their config are passed over. */
const sound = cycle.filter((one) => standing(one, AS_WRITTEN) !== undefined);

export async function walkCycle(seed: number): Promise<Walked> {
  const [one] = fc.sample(sound, { numRuns: 1, seed });
  if (one === undefined) throw new Error('there is no cycle');
  const played = await play(one);
  const named = heardOf(played.mails);
  const heard = [...named, ...heardOnSlack(played.sent)];
  const musts: Readonly<Record<string, readonly Must[]>> = {
    tasks: taskMusts(played),
    gates: gateMusts(played),
    moves: [...moveMusts(played, heard), ...taskMoveMusts(played, named)],
    approvals: pullMusts(played),
    tests: testMusts(played),
    seen: seenMusts(played),
    slack: slackMusts(played),
  };
  const weeks = weeksOf(played);
  return {
    missing: Object.values(musts).flatMap((some) => missing(some, heard)),
    asked: Object.fromEntries(Object.entries(musts).map(([kind, some]) => [kind, some.length])),
    weeks,
    played,
  };
}
