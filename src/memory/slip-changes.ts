// Which checkboxes of a pull request that moves dates people changed, and who did, by the versions of its text.
import type { SlipBox, SlipEdit, SlipPull } from '../domain/slip-pull.ts';
import { sameText } from '../text/same-text.ts';
import { type SlipText, readSlipText, withSlipMemory } from './slip-text.ts';

/** A checkbox that is not as the text remembers it. */
export interface SlipChange {
  readonly box: SlipBox;
  /** Logins of everybody who changed it; absent: the versions do not tell. */
  readonly by?: readonly string[] | undefined;
}

/** None where no text of ours is there, or nobody can read it. */
export function slipChanges(pull: Pick<SlipPull, 'body' | 'edits'>): SlipChange[] {
  const { body, edits } = pull;
  const said = readSlipText(ownMemory(pull));
  if (typeof said === 'string') return [];
  const changed = said.boxes.filter((box) => box.isChecked !== isTaken(box, said));
  if (changed.length === 0) return [];
  const isWhole = sameText(edits[0]?.body ?? '', body);
  const versions = isWhole ? edits.map((edit) => ({ ...edit, boxes: boxesIn(edit) })) : [];
  return changed.map((box) => ({ box, by: whoChanged(box, versions) }));
}

/** The text as GitHub shows it, remembering what it did when one of our accounts wrote it last. */
export function ownMemory({ body, edits }: Pick<SlipPull, 'body' | 'edits'>): string {
  const own = edits.find(({ isOurs }) => isOurs)?.body;
  return own === undefined ? body : withSlipMemory(body, own);
}

function isTaken({ milestone, to }: SlipBox, { memory }: SlipText): boolean {
  return memory.taken.some((move) => move.milestone === milestone && move.to === to);
}

interface Version extends SlipEdit {
  readonly boxes: readonly SlipBox[];
}

function boxesIn({ body = '' }: SlipEdit): readonly SlipBox[] {
  const said = readSlipText(body);
  return typeof said === 'string' ? [] : said.boxes;
}

/** Who checked it or unchecked it, and who wrote its day where that is not as relcomms wrote it. */
function whoChanged(box: SlipBox, versions: readonly Version[]): string[] | undefined {
  const ticked = firstWith(versions, box, ({ isChecked }) => isChecked === box.isChecked);
  const offered = versions.find(({ isOurs }) => isOurs);
  const dated = offered?.boxes.some((other) => isOf(other, box) && other.to === box.to)
    ? offered
    : firstWith(versions, box, ({ to }) => to === box.to);
  const setters = [ticked?.by, ...(dated === offered ? [] : [dated?.by])];
  const logins = setters.filter((login) => login !== undefined);
  return offered === undefined || logins.length < setters.length ? undefined : [...new Set(logins)];
}

/** The oldest of the newest versions in a row in which the box is like that; absent: older ones may be, too, or one that is gone. */
function firstWith(
  versions: readonly Version[],
  box: SlipBox,
  isLike: (other: SlipBox) => boolean,
): Version | undefined {
  const end = versions.findIndex(({ boxes }) => !boxes.some((other) => isOf(other, box) && isLike(other)));
  return end < 1 || versions[end]?.body === undefined ? undefined : versions[end - 1];
}

function isOf(a: SlipBox, b: SlipBox): boolean {
  return a.milestone === b.milestone;
}
