// The moments at which steps become late: a run has to come soon after each, so that somebody hears of it in time.
import type { Release } from '../../domain/release.ts';
import type { TimedNotice } from '../timed-notice.ts';
import type { RunSheetConfig } from './config.ts';
import { endOf, lateAt, stepsOf } from './sheet.ts';
import { render } from './render.ts';

export function timedNotices(config: RunSheetConfig, releases: readonly Release[]): TimedNotice[] {
  return releases.flatMap((release) =>
    stepsOf(release).flatMap((task) => {
      const from = lateAt(task, config.late);
      return from === undefined ? [] : [{ what: render.timed(task, release), from, until: endOf(release) }];
    }),
  );
}
