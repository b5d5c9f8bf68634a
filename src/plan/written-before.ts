// What a body of ours is merged with beside its current text, so that a plan foresees what the write does.
import type { OwnIssue } from '../domain/observed.ts';

/** The body as we wrote it last; none where nobody knows it any more. */
export function writtenBefore({ body, ownBody = body }: Pick<OwnIssue, 'body' | 'ownBody'>): string[] {
  return ownBody === '' ? [] : [ownBody];
}
