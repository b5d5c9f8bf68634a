// The words of the section "Run sheet" in a tracking issue, and of its one line on the first screen.
import type { Evidence } from '../../domain/proof.ts';
import { codeSpan, escapeMarkdown, markdownLink } from '../../text/escape-markdown.ts';
import { IN_CHECKLIST, andMore } from '../../text/more-words.ts';
import { markdownTable } from '../../text/table.ts';
import { countWords, dayWords, listWords } from '../../text/words.ts';
import { elapsedWords, ownerOf, timeAt, titleOf } from './render.ts';
import type { Sheet, Step } from './sheet.ts';

const MOST_STEPS = 40;

/** Late ones on the first screen. */
const MOST_LATE = 3;

/** Nobody is mentioned by it. */
export function renderSection(sheet: Sheet): string {
  const { release, steps } = sheet;
  const rows = steps.slice(0, MOST_STEPS).map((step) => rowOf(step, sheet));
  return [
    `### Run sheet of ${dayWords(release.release)}`,
    `Times are in ${escapeMarkdown(release.timezone)}. To confirm a step, check its box in the checklist below, or comment ${codeSpan('/release done STEP')}.`,
    markdownTable(['Step', 'Owner', 'Planned', 'Status', 'Proof'], rows),
    ...andMore(steps.length - MOST_STEPS, IN_CHECKLIST),
  ].join('\n\n');
}

function rowOf(step: Step, { release }: Sheet): string[] {
  const { task } = step;
  return [
    `${escapeMarkdown(titleOf(task))} (${codeSpan(task.id)})`,
    escapeMarkdown(ownerOf(task)),
    task.clock?.at ?? 'any time',
    stateWords(step, release),
    proofWords(step),
  ];
}

function stateWords({ task, state, done, doneBefore }: Step, release: Sheet['release']): string {
  if (state === 'late') return '**late**';
  if (state === 'waits') return 'waits for another step';
  if (state !== 'done') return state;
  if (done === undefined) return doneBefore === undefined ? 'done' : `done on ${dayWords(doneBefore)}`;
  const elapsed = task.clock === undefined ? '' : `, ${elapsedWords(task, done.at)}`;
  return `done ${timeAt(done.at, release)}${elapsed}`;
}

/** Once it was there it is said so, whatever becomes of it. */
function proofWords({ evidence, proven }: Step): string {
  if (proven === undefined) return evidence.map(evidenceWords).join('<br>');
  const link = proven.startsWith('https://') ? ` (${markdownLink('link', proven)})` : '';
  return evidence.length === 0 ? '' : `found: ${listWords(evidence.map(({ what }) => nameOf(what)))}${link}`;
}

/** What can't be read is never said to be there, nor to be missing. */
function evidenceWords({ what, found }: Step['evidence'][number]): string {
  const name = nameOf(what);
  if (found === undefined) return name;
  if (!found.known) return `${name}: not known`;
  return found.value.isThere ? `found: ${name}` : `${name}: not yet`;
}

function nameOf(what: Evidence): string {
  if (what.kind === 'page') return 'page';
  if (what.kind === 'workflow') return escapeMarkdown(what.file);
  return what.kind === 'tag'
    ? `tag ${escapeMarkdown(what.version)}`
    : `GitHub release ${escapeMarkdown(what.version)}`;
}

/** `**Run sheet:** 2 of 4 steps done · **late:** Tag (alice) · next: Announce, 15:00 (alice)`. */
export function renderHeadline({ steps }: Sheet): string {
  const over = steps.filter(({ state }) => state === 'done' || state === 'skipped').length;
  const late = steps.filter(({ state }) => state === 'late');
  const next = steps.find(({ state }) => state === 'open' || state === 'waits');
  const shown = late.slice(0, MOST_LATE).map(stepWords);
  const more = late.length > MOST_LATE ? [`${late.length - MOST_LATE} more`] : [];
  return [
    `**Run sheet:** ${over} of ${countWords(steps.length, 'step')} done`,
    ...(late.length === 0 ? [] : [`**late:** ${listWords([...shown, ...more])}`]),
    ...(next === undefined ? [] : [`next: ${stepWords(next)}`]),
  ].join(' · ');
}

function stepWords({ task }: Step): string {
  const time = task.clock === undefined ? '' : `, ${task.clock.at}`;
  return `${escapeMarkdown(titleOf(task))}${time} (${escapeMarkdown(ownerOf(task))})`;
}
