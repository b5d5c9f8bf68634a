// Runs what is next in the shared line, each repository by one worker at a time.
import { type Cause, causeOf, limitEnd } from '../cause-of.ts';
import { spentUntil } from '../spent-budget.ts';
import { nameOf } from '../looks.ts';
import type { PacerOf } from '../pacers.ts';
import { PARALLEL, type PlaceTools } from '../work-place.ts';
import { fencedPacer } from './fenced-pacer.ts';
import type { Ending } from './line.ts';
import { type SharedState, hintIn } from './shared-state.ts';
import { type Working, workOff } from './work-line.ts';

export function startWorker(
  { line, journal, pacerOf, ranLast, rounds }: SharedState,
  tools: PlaceTools,
): Working {
  const { options, timer, stopping } = tools;
  return workOff({
    line,
    parallel: PARALLEL,
    timer,
    stopping,
    endingOf: (error) => endingOf(error, options.now()),
    onError: (error, claim) => tools.onError(error, hintIn(claim.hints), causeOf(error)),
    work: async ({ claim, stop, holds }) => {
      const hint = hintIn(claim.hints);
      const about = { repository: nameOf(hint), installation: hint.installation };
      tools.probot.log.debug(about, `the run begins after ${Math.round(claim.waited)} ms`);
      const fenced: PacerOf = (installation) => fencedPacer(pacerOf(installation), holds);
      const isOwn = await ranLast(nameOf(hint));
      // What this process found last says nothing when another has been there since.
      const { about: _, isTick: __, ...whole } = hint;
      const { hasConfig, budget } = await tools.work(isOwn ? hint : whole, stop, fenced);
      await rounds.looks.seen(hint.installation, nameOf(hint), hasConfig, options.now()).catch(() => {});
      const lowest = await journal.budget(String(hint.installation), budget).catch(() => []);
      const until = spentUntil(lowest, options.now());
      if (until !== undefined) await line.rest(String(hint.installation), until, 'budget').catch(() => {});
      tools.probot.log.debug(about, 'the run is over');
    },
  });
}

/** By the cause: all of an installation is left alone where each of its repositories would fail as well. */
function endingOf(error: unknown, now: number): Ending {
  const cause: Cause = causeOf(error);
  if (cause === 'installation') return { kind: 'rest', cause };
  if (cause === 'limit') return { kind: 'rest', cause, until: limitEnd(error, now) };
  return { kind: 'again', cause };
}
