// Answers the checkboxes of open pull requests that move dates: what is checked moves too, what is unchecked no longer.
import type { Skip } from '../../../domain/desired.ts';
import type { Release } from '../../../domain/release.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type {
  DesiredSlipPull,
  SlipMemory,
  SlipMove,
  SlipPull,
  UnreadSlipPull,
} from '../../../domain/slip-pull.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { ownMemory } from '../../../memory/slip-changes.ts';
import {
  type SlipText,
  readSlipText,
  withSlipBoxes,
  withSlipNote,
  withSlipPart,
} from '../../../memory/slip-text.ts';
import { blobId } from '../../../text/blob-id.ts';
import { doneness } from '../../done.ts';
import type { Input } from '../input.ts';
import { DUTY } from '../skip.ts';
import { NOT_TAKEN, notes, renderProposed } from '../../render-proposed.ts';
import { type RefusedChange, refusedChanges } from './judge-changes.ts';
import { type SlipChange, slipChange, slipTitle } from '../../slip-change.ts';

export interface AnsweredBoxes {
  readonly desired: readonly DesiredSlipPull[];
  readonly skips: readonly Skip[];
}

export function answerBoxes(input: Input): AnsweredBoxes {
  const desired: DesiredSlipPull[] = [];
  const skips: Skip[] = [];
  for (const pull of input.observed.slipPulls) {
    const answer = answerOne(pull, input);
    if (typeof answer === 'object') desired.push(answer);
    else if (answer !== undefined) skips.push({ duty: DUTY, what: `#${pull.number}`, why: answer });
  }
  return { desired, skips };
}

/** What it should be, or why it is left as it is; undefined where there is nothing to answer. */
function answerOne(found: SlipPull | UnreadSlipPull, input: Input): DesiredSlipPull | string | undefined {
  if ('unread' in found) return `it could not be read (${found.unread})`;
  const shown = ownMemory(found);
  const text = readSlipText(shown);
  if (text === 'none') return undefined;
  if (found.editedBy === 'stranger') return 'its text was last edited by an account that is not a person';
  if (text === 'broken') return noted(found, notes.broken());
  const refused = refusedChanges(found, releaseOf(text.memory, input));
  const { said, pull } = takeBack(text, { ...found, body: shown }, refused);
  const { memory } = said;
  const taken = takenBy(said);
  const whyNot = refused.length === 0 ? undefined : notes.refused(refused);
  // With nothing to answer, what was said of an earlier answer is over; why a box was set back is said until the next edit.
  if (isSame(taken, memory.taken)) return noted(pull, whyNot ?? keptNote(said, found), memory);
  if (pull.commits === 'theirs') return noted(pull, notes.theirs(memory), memory);
  const change = changeFor(memory, taken, input);
  if ('problem' in change) return noted(pull, notes.problem(change.problem), memory);
  const file = blobId(change.content);
  if (pull.commits === 'unsure' && pull.file !== memory.file && pull.file !== file)
    return noted(pull, notes.theirs(memory), memory);
  return changed(pull, { ...memory, taken, file }, { ...change, note: whyNot }, input);
}

interface Taken {
  readonly said: SlipText;
  readonly pull: SlipPull;
}

/** Text and pull request as they are without the changes that are not taken. */
function takeBack(said: SlipText, pull: SlipPull, refused: readonly RefusedChange[]): Taken {
  if (refused.length === 0) return { said, pull };
  const boxes = said.boxes.map((box) => {
    const change = refused.find(({ milestone }) => milestone === box.milestone);
    return change === undefined ? box : { ...box, isChecked: change.wasChecked };
  });
  return { said: { ...said, boxes }, pull: { ...pull, body: withSlipBoxes(pull.body, boxes) } };
}

function keptNote({ note }: SlipText, { editedBy }: SlipPull): string | undefined {
  return editedBy === 'us' && note?.startsWith(NOT_TAKEN) === true ? note : undefined;
}

/** A box that people deleted says nothing: its move stays as it was. */
function takenBy({ boxes, memory }: SlipText): SlipMove[] {
  const shown = new Set(boxes.map(({ milestone }) => milestone));
  const checked = boxes.filter(({ isChecked }) => isChecked);
  return [
    ...checked.map(({ milestone, to }) => ({ milestone, to })),
    ...memory.taken.filter(({ milestone }) => !shown.has(milestone)),
  ];
}

function isSame(a: readonly SlipMove[], b: readonly SlipMove[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ milestone, to }) => b.some((other) => other.milestone === milestone && other.to === to))
  );
}

/** By the config of today, whatever it was when the pull request was opened. */
function changeFor(
  memory: SlipMemory,
  taken: readonly SlipMove[],
  input: Input,
): SlipChange | { readonly problem: string } {
  const { version, named, because } = memory;
  const release = releaseOf(memory, input);
  if (release === undefined)
    return { problem: `The config no longer has the release ${version}. Close this pull request.` };
  const { ownIssues } = input.observed;
  const tracking = trackingOf(memory, input);
  const done = tracking === undefined ? undefined : doneness(release, tracking, ownIssues).done;
  return slipChange({ moves: [...named, ...taken], because, release, context: input, done });
}

function releaseOf({ version }: SlipMemory, { releases }: Input): Release | undefined {
  return releases.find((one) => one.version === version);
}

function trackingOf(memory: SlipMemory, { observed }: Input): OwnIssue | undefined {
  return observed.ownIssues.find(({ key }) => key === trackingKey(memory));
}

function changed(
  { number, branch, body }: SlipPull,
  memory: SlipMemory,
  { table, content, note }: SlipChange & { readonly note: string | undefined },
  input: Input,
): DesiredSlipPull {
  const ours = renderProposed(table, memory, trackingOf(memory, input)?.number);
  return {
    kind: 'slip-pull',
    issue: trackingKey(memory),
    pull: number,
    body: withSlipPart(body, withSlipNote(ours, note)),
    file: { branch, path: input.source.path, content, message: slipTitle(table) },
    why: 'its checkboxes were changed',
  };
}

function noted({ number, body }: SlipPull, note: string | undefined, memory?: SlipMemory): DesiredSlipPull {
  return {
    kind: 'slip-pull',
    issue: memory && trackingKey(memory),
    pull: number,
    body: withSlipNote(body, note),
    why: note === undefined ? 'its text and its file agree' : 'its checkboxes cannot be followed',
  };
}
