// Tasks that approvals carry out: who must approve what is listed, week by week.
import { isItsTime } from '../../schedule/overdue.ts';
import type { CarriesOut } from '../carries-out.ts';
import type { ApprovalsConfig } from './config.ts';

export const carriesOut: readonly CarriesOut<ApprovalsConfig>[] = [
  {
    name: 'list',
    does: 'lists in the tracking issue which pull requests wait for approval, and asks the approvers',
    proof: (task, { release, tracking, now }) =>
      isItsTime(task, release, now) ? { link: tracking.url } : undefined,
  },
];
