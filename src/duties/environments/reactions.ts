// The messages on Slack by whose reactions teams confirm that they can test.
import type { OwnIssue } from '../../domain/observed.ts';
import type { TeamMessage } from '../../domain/seen.ts';
import { noticeKey, rowsOf } from '../../notices/rows.ts';
import { ownChannel } from '../own-channel.ts';
import { DUTY, type EnvironmentsContext } from './input.ts';
import { looksOf } from './look.ts';
import { rowOf } from './memory.ts';
import { aboutOf, missingTeams, readyDay, readyName } from './turn.ts';

/** In the channels of teams that have not confirmed. Nothing waits: nothing is read. */
export function waitingMessages(context: EnvironmentsContext, issues: readonly OwnIssue[]): TeamMessage[] {
  return looksOf(context, issues).flatMap(({ release, tracking, plans, before }) =>
    plans.flatMap((plan) => {
      const row = rowOf(plan.name, before);
      const [name, day] = [readyName(plan, row), readyDay(plan, row)];
      if (name === undefined || day === undefined || row.ended !== undefined) return [];
      return missingTeams(plan, row).flatMap((team): TeamMessage[] => {
        const channel = ownChannel(team, context.teams);
        const sent =
          channel === undefined
            ? undefined
            : rowsOf(tracking).get(noticeKey({ release, duty: DUTY }, name, channel))?.sent;
        if (sent === undefined) return [];
        return [{ release: release.version, milestone: aboutOf(plan), day, team, sent }];
      });
    }),
  );
}
