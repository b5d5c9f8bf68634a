// The answer of the duty that sends messages to a command line.
import { carryOutComment } from '../../../src/commands/carry-out.ts';
import { NO_COMMANDS } from '../../../src/commands/book.ts';
import { bookOf } from '../../../src/duties/book-of.ts';
import { sceneFor } from '../../../src/duties/command-scene.ts';
import { DUTIES } from '../../../src/duties/index.ts';
import { type Setting, inputOf } from './world.ts';

/** The answer to a line of alice, who leads. */
export function answerTo(line: string, more: Partial<Setting> = {}, isOn = true) {
  const input = inputOf({ now: '2020-02-05T10:00:00Z', ...more });
  const book = isOn ? (input.commands ?? NO_COMMANDS) : bookOf({ duties: DUTIES, sections: {} });
  const [release] = input.releases;
  if (release === undefined) throw new RangeError('no release');
  const comment = {
    commentId: 9,
    author: 'alice',
    permission: 'read' as const,
    teams: { member: [], unknown: [] },
    lines: [line],
  };
  const scene = sceneFor(release, input, input.observed.ownIssues);
  const { answers } = carryOutComment(comment, undefined, {
    book,
    place: 'release',
    releases: [release],
    scene,
  });
  return answers[0];
}
