// The text of a pull request that moves dates, and the lines that say why its checkboxes change nothing.
import { RIGHT_WORDS } from '../commands/rights.ts';
import type { SlipTable } from '../domain/slip.ts';
import type { SlipMemory } from '../domain/slip-pull.ts';
import { slipPart } from '../memory/slip-text.ts';
import { SLIP_RIGHT } from './slip-change.ts';
import { codeSpan, escapeMarkdown } from '../text/escape-markdown.ts';
import { renderSlipMarkdown } from '../text/slip-markdown.ts';

/** Longest table in a pull request; GitHub takes 65,536 characters for all of its text. */
const TABLE_LIMIT = 55_000;

/** `tracking` is the number of the tracking issue. */
export function renderProposed(table: SlipTable, memory: SlipMemory, tracking: number | undefined): string {
  const merged = 'When this is merged, the tracking issue, the GitHub milestone and the task issues follow';
  const rest = `${merged}, and one comment notifies everybody concerned.${tracking === undefined ? '' : ` Tracking issue: #${tracking}`}`;
  return slipPart(memory, [renderSlipMarkdown(table, memory.taken).slice(0, TABLE_LIMIT), rest].join('\n\n'));
}

/** How the line begins that says why checkboxes were set back. */
export const NOT_TAKEN = '**Not taken:**';

/** A checkbox that was set back; without `by`, nobody knows who changed it. */
export interface SetBack {
  readonly milestone: string;
  readonly by?: readonly string[] | undefined;
  /** Whether what they may do could not be read. */
  readonly unread: boolean;
}

/** One line each, for the text of the pull request. */
export const notes = {
  broken: () =>
    '**Not updated:** the checkboxes in this text were changed, so relcomms cannot read them. Restore an earlier version of the text with the menu “edited”.',
  theirs: ({ version, named, taken }: SlipMemory) => {
    const pairs = [...named, ...taken].map(({ milestone, to }) => `${milestone}=${to}`);
    return `**Not updated:** somebody else changed this branch, so relcomms leaves it alone. Change the config here by hand, or close this pull request and comment on the tracking issue of ${escapeMarkdown(version)}: ${codeSpan(`/release slip ${pairs.join(' ')} because REASON`)}`;
  },
  refused: (boxes: readonly SetBack[]) => {
    const sentences = new Set(boxes.map((box) => setBackWords(box)));
    return `${NOT_TAKEN} ${[...sentences].join(' ')}`;
  },
  problem: (problem: string) => `**Not updated:** ${escapeMarkdown(problem)}`,
};

function setBackWords({ milestone, by, unread }: SetBack): string {
  const box = `the checkbox of ${codeSpan(milestone)}`;
  if (by === undefined)
    return `GitHub does not say who changed ${box}, so relcomms set it back. Change it again, or use the command.`;
  const who = by.map(escapeMarkdown).join(', ');
  return unread
    ? `relcomms could not check the permissions of ${who}, so it set ${box} back. Try again in a few minutes.`
    : `${who} changed ${box}, and relcomms set it back: moving dates is open to ${RIGHT_WORDS[SLIP_RIGHT]}.`;
}
