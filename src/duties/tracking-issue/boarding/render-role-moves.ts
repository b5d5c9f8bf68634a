// The words of a hand-over about roles: who takes them, who leaves them, and which turn to write down.
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { dayWords, listWords } from '../../../text/words.ts';
import type { MoverIssue, RoleMove, RoleMoves, TurnToKeep } from './role-moves.ts';

export const NO_MOVES: RoleMoves = { moves: [], turns: [] };

/** Empty where no role has turns or steps of boarding. */
export function renderRoleMoves({ moves, turns }: RoleMoves): string {
  const lines = [...moves.map(moveLine), ...turns.map(turnLine)];
  return lines.length === 0 ? '' : ['**Roles**', '', ...lines.map((line) => `- ${line}`)].join('\n');
}

function moveLine({ role, from, to, next, issues }: RoleMove): string {
  const opened = issues.map(issueWords);
  const details = opened.length === 0 ? '' : ` (${opened.join('; ')})`;
  return `${roleWords(role)} in ${escapeMarkdown(next.title)}: ${peopleWords(from, to)}${details}`;
}

function peopleWords(from: readonly string[], to: readonly string[]): string {
  if (to.length === 0) return 'nobody yet';
  const same = from.length === to.length && to.every((login) => from.includes(login));
  return `${names(to)}${from.length === 0 ? '' : same ? ', as before' : `, before ${names(from)}`}`;
}

function issueWords({ kind, login, issue }: MoverIssue): string {
  const where = typeof issue === 'number' ? `#${issue}` : `issue opens on ${dayWords(issue.opens)}`;
  return `${kind} of ${escapeMarkdown(login)}: ${where}`;
}

/** The oldest release of a config needs a written turn. */
function turnLine({ role, version, login }: TurnToKeep): string {
  return `Before you delete this release from the config, add the next turn to ${codeSpan('turns')} of ${roleWords(role)}: ${codeSpan(`${version}: ${login}`)}`;
}

function names(logins: readonly string[]): string {
  return listWords(logins.map(escapeMarkdown));
}

function roleWords(role: string): string {
  return escapeMarkdown(role.replaceAll('-', ' '));
}
