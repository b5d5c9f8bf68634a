// Which messages the comments without an answer approve.
import { messageCommands } from '../commands/message-commands.ts';
import { trackingKey } from '../memory/tracking-key.ts';
import type { NoticeSubject } from './subject.ts';

/** The id of a message and who approved it. */
export interface Approval {
  readonly id: string;
  readonly by: string;
}

export function approvalsSaid({
  commands,
  release,
}: Pick<NoticeSubject, 'commands' | 'release'>): Approval[] {
  return commands
    .filter(({ issue }) => issue === trackingKey(release))
    .flatMap((comment) =>
      messageCommands(comment, release).approved.map((id) => ({ id, by: comment.author })),
    );
}
