// Which checkboxes of a text of ours people have changed since we wrote it, and who did, by its edit history.
import { readTicks } from '../../../body/ticks.ts';
import type { ChangedBox } from '../../../domain/observed.ts';
import { sameText } from '../../../text/same-text.ts';
import type { OwnText } from '../../own-text.ts';

/** None while nobody edited the text, and where nobody knows what we wrote. */
export function changedBoxes(body: string, own: OwnText | undefined): ChangedBox[] {
  if (own?.kind !== 'text') return [];
  const { since } = own;
  const now = readTicks(body);
  const before = readTicks(own.text);
  // A history that ends with another text than the body does not tell who wrote the body.
  const isWhole = sameText(since[0]?.text ?? '', body);
  const later = isWhole ? since.map(({ text }) => (text === undefined ? undefined : readTicks(text))) : [];
  return [...now].flatMap(([id, isChecked]): ChangedBox[] => {
    if (before.get(id) === isChecked) return [];
    const versions = [...later, before];
    const end = versions.findIndex((ticks) => ticks?.get(id) !== isChecked);
    const by = versions[end] === undefined ? undefined : since[end - 1]?.by;
    return [by === undefined ? { id } : { id, by }];
  });
}
