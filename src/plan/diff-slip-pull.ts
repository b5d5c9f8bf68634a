// Compares a pull request that moves dates with what its checkboxes ask for.
import type { Operation } from '../domain/operation.ts';
import type { DesiredSlipPull, SlipPull, UnreadSlipPull } from '../domain/slip-pull.ts';
import { blobId } from '../text/blob-id.ts';
import { sameText } from '../text/same-text.ts';

export function diffSlipPull(
  duty: string,
  { pull: number, body, file, why }: DesiredSlipPull,
  pulls: readonly (SlipPull | UnreadSlipPull)[],
): Operation[] {
  const there = pulls.find((pull) => pull.number === number);
  if (there === undefined || 'unread' in there) return [];
  const isWritten = file === undefined || there.file === blobId(file.content);
  if (isWritten && sameText(body, there.body)) return [];
  const put = isWritten ? undefined : { ...file, seen: there.file };
  return [{ kind: 'update-pull', number, body, seen: there.body, file: put, duty, why }];
}
