// What an open cherry-pick waits for, as the approvals say it.
import type { Pull } from '../../domain/pull.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import type { CherryPicksInput } from './input.ts';

export interface WaitState {
  /** A phrase: `waits for approval`. */
  readonly words: string;
  /** Who has to act, in Markdown without live mentions. */
  readonly owner: string;
  readonly team?: string | undefined;
}

/** What nobody has judged is only open. */
export function waitStateOf(pull: Pull, version: string, { standing = [] }: CherryPicksInput): WaitState {
  const row = standing.find(({ release, key }) => release === version && key === `pull/${pull.number}`);
  const owner = row?.owner ?? escapeMarkdown(pull.author.login);
  if (pull.draft) return { words: 'draft', owner, team: row?.team };
  const words =
    row?.kind === 'approval' ? 'waits for approval' : row === undefined ? 'open' : 'approved, not merged';
  return { words, owner, team: row?.team };
}
