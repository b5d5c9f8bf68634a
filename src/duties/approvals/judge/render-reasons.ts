// The sentences of the rules: each says what was found and what it means, without its full stop.
import type { Pull } from '../../../domain/pull.ts';
import type { Milestone } from '../../../domain/release.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { Group } from './groups.ts';
import { type Reason, reason } from './reason.ts';

export const reasons = {
  ofMilestone: (title: string) => reason('Release', 'yes', 'its GitHub milestone is that of {}', title),
  ofBase: (base: string, title: string) =>
    reason('Release', 'yes', 'it goes to {}, the branch of {}', base, title),
  ofLabel: (label: string) => reason('Release', 'yes', 'it carries the label {}', label),
  ofPath: (pattern: string) => reason('Release', 'yes', 'it changes files that match {}', pattern),
  pickedByLabel: (label: string) => reason('Cherry-pick', 'yes', 'it carries the label {}', label),
  pickedByTitle: (word: string) => reason('Cherry-pick', 'yes', 'its title begins with {}', word),
  pickedByTrailer: () => reason('Cherry-pick', 'yes', 'its text names the commit that it takes over'),
  pickedByBranch: (head: string) => reason('Cherry-pick', 'yes', 'it comes from the branch {}', head),
  nextRelease: (title: string) => reason('Release', 'yes', 'the next release is {}', title),
  noNextRelease: () => reason('Release', 'no', 'no release is planned that it could belong to'),
  otherVersion: (base: string) =>
    reason('Release', 'no', 'it goes to {}, the branch of a version that the config does not list', base),
  unrelated: (base: string) =>
    reason(
      'Release',
      'no',
      'neither base branch {}, GitHub milestone, label, path nor cherry-pick ties it to a release',
      base,
    ),
  gone: (state: 'merged' | 'closed') => reason('Open', 'no', `it is ${state}`),

  deadline: ({ title, day }: Milestone) =>
    reason('Deadline', 'yes', `it has to be approved for {}, by the end of ${dayWords(day)}`, title),
  noDeadline: () => reason('Deadline', 'no', 'no milestone is left that it could be too late for'),

  quiet: () => reason('Muted', 'yes', 'it carries the label relcomms/quiet'),
  draft: () => reason('Draft', 'yes', 'nobody is asked to approve a draft'),
  bot: (login: string) =>
    reason('Bot', 'yes', 'a bot opened it ({}), and the config leaves those out', login),
  unreadable: (why: string) => reason('Readable', 'unknown', 'nothing is said on a guess: {}', why),

  approved: () => reason('Approved', 'yes', 'GitHub says that it has the approvals that it needs'),
  approvedBy: (login: string) =>
    reason('Approved', 'yes', 'no rule of the branch asks for reviews, and {} has approved', login),
  changes: (by: readonly string[]) =>
    by.length === 0
      ? reason('Approved', 'no', 'changes were requested: it is with its author')
      : reason('Approved', 'no', 'changes were requested by {}: it is with its author', by.join(', ')),
  conflict: (base: string) => reason('Mergeable', 'no', 'it conflicts with {}: it is with its author', base),
  checks: (names: readonly string[]) =>
    reason('Checks', 'no', 'required checks fail ({}): it is with its author', names.join(', ')),
  waits: (decision: Pull['decision']) =>
    decision === 'none'
      ? reason('Approved', 'no', 'no rule of the branch asks for reviews, and nobody has approved yet')
      : reason('Approved', 'no', 'GitHub says that an approval is missing'),

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
        return reason('Team', answer, `the team {} answers for ${count}: ${done}`, source.id, ...by);
      case 'request':
        return reason('Requested', answer, 'a review of {} was asked for', names);
    }
  },
  filesPartly: (count: number) =>
    reason('Files', 'unknown', `GitHub lists ${countWords(count, 'file')} only, so there may be more owners`),
  filesHidden: (count: number) =>
    reason(
      'Release',
      'unknown',
      `GitHub lists ${countWords(count, 'file')} only, so others may tie it to a release`,
    ),
  requestedPartly: (why: string) =>
    reason('Requested', 'unknown', 'a review was asked for that is not shown here: {}', why),
  nobody: () => reason('People', 'no', 'nobody was asked for a review, and no rule names an owner'),
  fewest: (names: readonly string[]) =>
    reason('People', 'yes', 'the fewest who are enough: {}', names.join(', ')),

  notYet: (name: string, when: string) => reason('Reminder', 'no', `the next for {} is on ${when}`, name),
  noneLeft: (name: string) => reason('Reminder', 'no', 'none is left for {} before the deadline', name),
  now: (name: string) => reason('Reminder', 'yes', '{} is mentioned now', name),
  wantsNone: (name: string) => reason('Reminder', 'no', '{} wants no mentions', name),
  noAccount: (name: string) =>
    reason('Reminder', 'no', '{} is an address, which GitHub can not mention', name),
  elsewhere: (name: string, on: number) =>
    reason('Reminder', 'yes', `{} is told of it now in the comment on #${on}`, name),
  held: {
    pull: (name: string) =>
      reason('Reminder', 'no', 'not {} now: the pull request has had its comments of today', name),
    person: (name: string) =>
      reason('Reminder', 'no', 'not {} now: this person has had the mentions of today', name),
    week: (name: string) =>
      reason('Reminder', 'no', 'not {} now: somebody who would get the mail has had those of the week', name),
  },
};
