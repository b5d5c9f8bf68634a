// The words that this duty says outside of its issues and comments.
import { LABEL_WORDS } from '../../../text/our-marks.ts';
import type { TestRecord } from '../history/test-record.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { countWords } from '../../../text/words.ts';
import type { CaseFile } from '../case/case-file.ts';
import { ownerWords } from './names.ts';

export const render = {
  whySection: () => 'the tracking issue shows the state of the release branch',
  whyLabel: () => 'failing-test issues have this label',
  labelDescription: () => LABEL_WORDS.failingTest,
  labelColor: () => 'd93f0b',
  whyCase: () => 'its tests fail on the release branch',
  whyBody: () => 'its tests, or the answers about them, have changed',
  whyClosed: () => 'all of its tests have stayed green',
  whyReopened: () => 'its tests fail again',
  whyAssigned: () => 'they lead the team whose tests fail',
  whyRecord: () => 'a run of the tests has come in',
  openedEntry: ({ owner, members }: CaseFile) =>
    `Failing-test issue for ${ownerWords(owner)}: ${countWords(members.red.length, 'failing test')}`,
  closedEntry: ({ owner }: CaseFile) =>
    `Failing-test issue for ${ownerWords(owner)} closed: all tests stayed green`,
  assignedEntry: ({ owner }: CaseFile, login: string) =>
    `Failing tests of ${ownerWords(owner)}: assigned ${escapeMarkdown(login)}`,
  whyStepped: () => 'nobody answered on the failing-test issue in time',
  steppedEntry: ({ owner }: CaseFile, login: string) =>
    `Failing tests of ${ownerWords(owner)}: no answer yet, assigned ${escapeMarkdown(login)}`,
  recordTitle: (line: string | undefined) =>
    line === undefined ? 'Test record' : `Test record of ${escapeMarkdown(line)}`,
  recordAbout: ({ runs, dropped }: TestRecord) =>
    [
      `Results of recently failing tests in the last ${countWords(runs.length, 'run')}, as relcomms read them.`,
      'relcomms keeps its numbers hidden below; if you delete them, it starts from the beginning.',
      ...(dropped > 0 ? [`There is no room for ${countWords(dropped, 'more test')}.`] : []),
    ].join(' '),
};
