// Checkboxes in the notes of a task: notes are rewritten as they are in the config, so no check would stay.
import { planPath } from '../spec-of-release.ts';
import type { LintRule } from './subject.ts';

/** A bullet and a box at the begin of a line. */
const BOX = /^[ \t]{0,20}(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}\[[ xX]\][ \t]/m;

export const boxesInNotes: LintRule = {
  code: 'boxes-in-notes',
  find: ({ spec, written, release }) =>
    spec.tasks
      .filter(({ notes }) => notes !== undefined && BOX.test(notes))
      .map(({ id }) => ({
        severity: 'warning',
        path: planPath(written, 'tasks', id, 'notes'),
        message: `The notes of task "${id}" of ${release.version} have checkboxes, which nobody can check there.`,
        fix: 'Write these lines under "steps" of the task, without the boxes.',
      })),
};
