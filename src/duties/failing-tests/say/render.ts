// The words that this duty says outside of its issues and comments.
import type { TestRecord } from '../history/test-record.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { countWords } from '../../../text/words.ts';
import type { CaseFile } from '../case/case-file.ts';
import { ownerWords } from './names.ts';

export const render = {
  whySection: () => 'the state of the release branch belongs into the tracking issue',
  whyLabel: () => 'case files carry it',
  labelDescription: () => 'A test fails on the branch of a release',
  labelColor: () => 'd93f0b',
  whyCase: () => 'its tests fail on the release branch',
  whyBody: () => 'its tests, or what was said about them, have changed',
  whyClosed: () => 'all of its tests have stayed green',
  whyReopened: () => 'its tests fail again',
  whyAssigned: () => 'leads the team whose tests fail',
  whyRecord: () => 'a run of the tests has come in',
  openedEntry: ({ owner, members }: CaseFile) =>
    `Case file for ${ownerWords(owner)}: ${countWords(members.red.length, 'failing test')}`,
  closedEntry: ({ owner }: CaseFile) =>
    `Case file for ${ownerWords(owner)} closed: all of it has stayed green`,
  assignedEntry: ({ owner }: CaseFile, login: string) =>
    `Failing tests of ${ownerWords(owner)}: assigned ${escapeMarkdown(login)}`,
  recordTitle: () => 'Test record',
  recordBegun: () => 'How the tests of the release branch come out, once some of them fail.',
  recordAbout: ({ runs, dropped }: TestRecord) =>
    [
      `How the tests that failed of late came out in the last ${countWords(runs.length, 'run')}, as relcomms saw them.`,
      'It is kept for relcomms, which finds the numbers hidden below; without them it begins anew.',
      ...(dropped > 0 ? [`There was no room for ${countWords(dropped, 'more test')}.`] : []),
    ].join(' '),
};
