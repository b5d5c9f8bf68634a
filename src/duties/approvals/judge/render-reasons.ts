// The sentences of the rules: each says what was found and what it means, without its full stop.
import type { Pull } from '../../../domain/pull.ts';
import type { Milestone } from '../../../domain/release.ts';
import type { PickSign } from '../../../picks/cherry-pick.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { Group } from './groups.ts';
import { type Reason, reason } from './reason.ts';

export const reasons = {
  ofMilestone: (title: string) => reason('Release', 'yes', 'its GitHub milestone is that of {}', title),
  ofBase: (base: string, title: string) =>
    reason('Release', 'yes', 'it targets {}, the branch of {}', base, title),
  ofLabel: (label: string) => reason('Release', 'yes', 'it has the label {}', label),
  ofPath: (pattern: string) => reason('Release', 'yes', 'it changes files that match {}', pattern),
  picked: ({ by, name }: PickSign): Reason => {
    const words = {
      label: 'it has the label {}',
      title: 'its title starts with {}',
      branch: 'it comes from the branch {}',
      trailer: 'its description names the commit that it picks',
    };
    return reason('Cherry-pick', 'yes', words[by], ...(by === 'trailer' ? [] : [name]));
  },
  nextRelease: (title: string) => reason('Release', 'yes', 'the next release is {}', title),
  noNextRelease: () => reason('Release', 'no', 'it can belong to no planned release'),
  otherVersion: (base: string) =>
    reason('Release', 'no', 'it targets {}, the branch of a version that the config does not list', base),
  unrelated: (base: string) =>
    reason(
      'Release',
      'no',
      'neither base branch {}, GitHub milestone, label, path nor cherry-pick ties it to a release',
      base,
    ),
  gone: (state: 'merged' | 'closed') => reason('Open', 'no', `it is ${state}`),

  deadline: ({ title, day }: Milestone) =>
    reason('Deadline', 'yes', `it must be approved for {}, by the end of ${dayWords(day)}`, title),
  noDeadline: () => reason('Deadline', 'no', 'no milestone is left'),

  quiet: () => reason('Muted', 'yes', 'it has the label relcomms/quiet'),
  draft: () => reason('Draft', 'yes', 'relcomms asks nobody to approve a draft'),
  bot: (login: string) =>
    reason('Bot', 'yes', 'a bot opened it ({}), and the config leaves those out', login),
  unreadable: (why: string) =>
    reason('Unknown', 'unknown', 'relcomms does not guess, and this could not be read: {}', why),

  approved: () => reason('Approved', 'yes', 'GitHub says that it has all required approvals'),
  approvedBy: (login: string) =>
    reason('Approved', 'yes', 'the branch requires no reviews, and {} has approved', login),
  changes: (by: readonly string[]) =>
    by.length === 0
      ? reason('Approved', 'no', 'changes were requested, so the author acts next')
      : reason('Approved', 'no', '{} requested changes, so the author acts next', by.join(', ')),
  conflict: (base: string) =>
    reason('Mergeable', 'no', 'it conflicts with {}, so the author acts next', base),
  checks: (names: readonly string[]) =>
    reason('Checks', 'no', 'required checks fail ({}), so the author acts next', names.join(', ')),
  waits: (decision: Pull['decision']) =>
    decision === 'none'
      ? reason('Approved', 'no', 'not yet; the branch requires no reviews, so 1 approval is enough')
      : reason('Approved', 'no', 'not yet; GitHub says that an approval is missing'),

  group: ({ source, files, approvers, approvedBy }: Group): Reason => {
    const names = approvers.join(', ');
    const done = approvedBy === undefined ? 'not approved yet' : 'approved by {}';
    const answer = approvedBy === undefined ? 'no' : 'yes';
    const by = approvedBy === undefined ? [] : [approvedBy];
    const count = countWords(files.length, 'file');
    switch (source.kind) {
      case 'owners':
        return reason(
          'Owners',
          answer,
          `line ${source.line} of {} ({}) gives ${count} to {}: ${done}`,
          source.path,
          source.pattern,
          names,
          ...by,
        );
      case 'team':
        return reason('Team', answer, `the team {} owns ${count}: ${done}`, source.id, ...by);
      case 'request':
        return reason('Requested', answer, 'a review by {}', names);
    }
  },
  filesPartly: (count: number) =>
    reason('Files', 'unknown', `GitHub lists only ${countWords(count, 'file')}, so there may be more owners`),
  filesHidden: (count: number) =>
    reason(
      'Release',
      'unknown',
      `unknown; GitHub lists only ${countWords(count, 'file')}, so others may tie it to a release`,
    ),
  requestedPartly: (why: string) =>
    reason('Requested', 'unknown', 'a review was requested that is not shown here: {}', why),
  nobody: () => reason('Can approve', 'no', 'unknown; no review is requested, and no rule names an owner'),
  fewest: (names: readonly string[]) =>
    reason('Can approve', 'yes', '{} (the smallest group that is enough)', names.join(', ')),

  notYet: (name: string, when: string) => reason('Next reminder', 'no', `{}, ${when}`, name),
  noneLeft: (name: string) => reason('Reminder', 'no', '{} gets none before the deadline', name),
  inDigest: (name: string) =>
    reason(
      'Next reminder',
      'no',
      '{} was asked; the weekly digest and the last notice name them again',
      name,
    ),
  now: (name: string) => reason('Reminder', 'yes', '{} is mentioned now', name),
  wantsNone: (name: string) => reason('Reminder', 'no', '{} wants no mentions', name),
  noAccount: (name: string) =>
    reason('Reminder', 'no', "{} is an email address, which GitHub can't mention", name),
  elsewhere: (name: string, on: number) =>
    reason('Reminder', 'yes', `{} is mentioned now, in the comment on #${on}`, name),
  held: {
    pull: (name: string) =>
      reason('Reminder', 'no', '{} later: the pull request has had its comments for today', name),
    person: (name: string) =>
      reason('Reminder', 'no', '{} later: this person has had the mentions for today', name),
    week: (name: string) =>
      reason('Reminder', 'no', '{} later: somebody who would get the email has had those for the week', name),
  },
};
