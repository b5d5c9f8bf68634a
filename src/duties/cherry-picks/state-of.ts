// What an open cherry-pick waits for, as the approvals say it.
import type { Pull } from '../../domain/pull.ts';
import type { Standing } from '../../domain/standing.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import type { CherryPicksInput } from './input.ts';

export interface WaitState {
  /** A phrase: `waits for approval`. */
  readonly words: string;
  /** Who has to act, in Markdown without live mentions. */
  readonly owner: string;
  /** Whether that is somebody else than the author. */
  readonly isOther: boolean;
  readonly team?: string | undefined;
}

/** What nobody has judged is only open. */
export function waitStateOf(pull: Pull, version: string, { standing = [] }: CherryPicksInput): WaitState {
  const row = standing.find(({ release, key }) => release === version && key === `pull/${pull.number}`);
  const author = escapeMarkdown(pull.author.login);
  const owner = row?.owner ?? author;
  return { words: wordsOf(pull, row), owner, isOther: owner !== author, team: row?.team };
}

function wordsOf({ draft }: Pull, row: Standing | undefined): string {
  if (draft) return 'draft';
  if (row === undefined) return 'open';
  return row.kind === 'approval' ? 'waits for approval' : 'approved, not merged';
}
