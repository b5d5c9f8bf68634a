// Tasks that failing tests carry out: teams are told what fails, week by week.
import { isItsTime } from '../../schedule/overdue.ts';
import type { CarriesOut } from '../carries-out.ts';
import type { FailingTestsConfig } from './config.ts';
import { watchedOf } from './watched.ts';

export const carriesOut: readonly CarriesOut<FailingTestsConfig>[] = [
  {
    name: 'list',
    does: 'lists failing tests by team in the tracking issue, and notifies their teams',
    // Without a branch nobody knows which tests fail.
    isOn: ({ release }) => watchedOf(release).length > 0,
    proof: (task, { release, tracking, now }) =>
      isItsTime(task, release, now) ? { link: tracking.url } : undefined,
  },
];
