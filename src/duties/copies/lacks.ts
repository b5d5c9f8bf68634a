// Copies whose dates are unknown, and files in which no date of the release was found.
import { type CopyPlace, type UnreadCopy } from '../../domain/copies.ts';
import type { Lack } from '../../domain/standing.ts';
import type { CopyMemory } from '../../memory/copies-memory.ts';
import { render } from './render.ts';

const LOST = 'whether its dates agree is not known';

const WORDS: Readonly<Record<UnreadCopy | 'unreadable', readonly [why: string, fix: string]>> = {
  'no-file': ['there is no such file', 'Correct "path" or "branch".'],
  large: ['it has more than 512 KB', 'Name a smaller file.'],
  binary: ['it is not text', 'Name a file of text.'],
  unreadable: ['it can’t be read as what its name says', 'Correct the file.'],
  missing: [
    'there is no such repository, or relcomms may not see it',
    'Correct "repository", install the App there, or give the Action a token that can read it.',
  ],
  suspended: ['the App is suspended there', 'Ask an owner to unsuspend the App.'],
  refused: [
    'GitHub refuses the permission',
    'Grant what the App asks for, or give the Action a token that can read it.',
  ],
  limit: ['the requests of this hour are used up', 'A later run tries again.'],
  moved: ['its repository has another name now', 'Write the new name in "repository".'],
  private: ['it is private, and belongs to another owner', 'Run the Action with a token that can read it.'],
  failed: ['GitHub did not answer', 'A later run tries again.'],
  unasked: ['relcomms has not read it yet', 'The next run reads it.'],
};

/** `memory` is absent for a file that nobody has read yet. */
export function lacksOf(place: CopyPlace, memory: CopyMemory | undefined, release: string): Lack[] {
  const name = render.place(place);
  const unread = memory === undefined ? 'unasked' : memory.unread;
  const shared = { release, kinds: ['copy'], lost: LOST };
  if (unread !== undefined) {
    const [why, fix] = Object.entries(WORDS).find(([reason]) => reason === unread)?.[1] ?? WORDS.failed;
    return [{ ...shared, why: `${name} could not be read: ${why}`, fix, isUnread: true }];
  }
  if (memory !== undefined && memory.good + memory.wrong.length > 0) return [];
  return [
    {
      ...shared,
      why: `${name} has no date beside the title of a milestone of ${release}`,
      fix: 'Remove the file from "copies", or use the titles of the config in it.',
    },
  ];
}
