// What the approvals are decided from: config, calendar, and the facts of one look.
import type { DutyInput } from '../duty.ts';
import type { ApprovalsConfig } from './config.ts';

export type ApprovalFact =
  | 'pulls'
  | 'openPulls'
  | 'fixes'
  | 'branchOwners'
  | 'teamMembers'
  | 'ownIssues'
  | 'labels';

export type ApprovalsInput = DutyInput<ApprovalsConfig, ApprovalFact>;
