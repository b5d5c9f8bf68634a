// What the duty is given, and what its messages about one release are made from.
import type { NoticeSubject } from '../../notices/subject.ts';
import type { DutyInput } from '../duty.ts';
import type { Withdrawal } from '../../memory/withdrawn.ts';
import type { SlackConfig } from './config.ts';

export type SlackFact = 'ownIssues' | 'commands' | 'publications';

export type SlackInput = DutyInput<SlackConfig, SlackFact>;

/** One release as the messages about it need it. */
export interface Subject extends NoticeSubject {
  readonly input: SlackInput;
  /** Absent: it is not withdrawn. */
  readonly withdrawn?: Withdrawal | undefined;
}
