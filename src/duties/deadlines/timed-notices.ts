// The notices that come at an hour: the last ones of gates that the config gives hours.
import type { Day } from '../../domain/day.ts';
import type { Release } from '../../domain/release.ts';
import { isGate } from '../../schedule/milestone-kind.ts';
import { countWords } from '../../text/words.ts';
import { noticeEnd } from '../../schedule/notice-end.ts';
import type { TimedNotice } from '../timed-notice.ts';
import type { DeadlinesConfig } from './config.ts';
import { stagesOf } from './stage.ts';

/** Of all releases, in their order. Everything else comes with a digest or on a day, and needs no certain hour. */
export function timedNotices(
  config: DeadlinesConfig,
  releases: readonly Release[],
  holidays: readonly Day[],
): TimedNotice[] {
  return releases.flatMap((release) =>
    release.milestones.flatMap((milestone) => {
      const last = isGate(milestone, release.version)
        ? stagesOf(milestone, release, config, holidays).at(-1)
        : undefined;
      if (last?.at === undefined) return [];
      const hours = countWords(Number.parseInt(last.name, 10), 'hour');
      const what = `${hours} before ${milestone.title} of ${release.version}`;
      return [{ what, from: last.at, until: noticeEnd(milestone, release.version).deadline }];
    }),
  );
}
