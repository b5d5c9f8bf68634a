// The lines of a comment that say who can unblock a pull request, and why them.
import type { Milestone } from '../../../domain/release.ts';
import { clockWords } from '../../../text/clock-words.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../../text/mention.ts';
import { andMore } from '../../../text/more-words.ts';
import { countWords } from '../../../text/words.ts';
import type { Source } from '../judge/groups.ts';
import type { ApprovalsInput } from '../input.ts';
import { includesName, kindOf, sameName } from '../../../people/names.ts';
import { type Ask, MOST_ASKED, type Pending } from '../judge/pending.ts';
import { MOST_LISTED, quotedCode } from './render-quoted.ts';
import { ownZone } from '../../../people/zones.ts';
import type { CommentInput } from './comment-input.ts';

/** Where all of a pull request's people and rules stand. */
const EXPLAINED = '`relcomms explain` names all';

/** A list: those who are asked, then the leads of their teams whom this comment told. */
export function renderAsks(comment: CommentInput, { asks }: Pending): string {
  const more = andMore(asks.length - MOST_ASKED, EXPLAINED);
  const shown = asks.slice(0, MOST_ASKED);
  const lines = [
    ...shown.map((ask) => askLine(ask, comment)),
    ...more,
    ...shown.flatMap((ask) => leadLine(ask, comment)),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Live only for those whom this comment tells: an edit must never add a mention. */
export function named(name: string, { told }: CommentInput): string {
  if (!includesName(told, name)) return escapeMarkdown(name);
  return kindOf(name) === 'team' ? mentionTeam(name) : mention(name);
}

function askLine(ask: Ask, comment: CommentInput): string {
  const { judged, input } = comment;
  const why = ask.sources.slice(0, MOST_LISTED).map((source) => sourceWords(source));
  const more = andMore(ask.sources.length - MOST_LISTED, EXPLAINED, 'rules');
  const files =
    ask.files === 0 ? [] : [`${ask.files} of ${countWords(judged.pull.files.length, 'changed file')}`];
  const team = kindOf(ask.name) === 'team' ? ', anybody on the team' : '';
  return `${named(ask.name, comment)}${team}: ${[...why, ...more, ...files].join(', ')}${ownTime(ask.name, judged.deadline, input)}`;
}

/** The lead of a team stands here when the last reminder told them. */
function leadLine({ name, lead }: Ask, comment: CommentInput): string[] {
  if (lead === undefined || sameName(lead, name) || !includesName(comment.told, lead)) return [];
  return [
    `${named(lead, comment)}: leads ${escapeMarkdown(name)}${ownTime(lead, comment.judged.deadline, comment.input)}`,
  ];
}

function sourceWords(source: Source): string {
  switch (source.kind) {
    case 'owners':
      return `owner of ${quotedCode(source.pattern)} (line ${source.line} of ${quotedCode(source.path)})`;
    case 'team':
      return `owns the paths of ${quotedCode(source.id)}`;
    case 'request':
      return 'was requested as a reviewer';
  }
}

/** The deadline on the reader's own clock, where it shows another time than the headline. */
function ownTime(name: string, deadline: Milestone | undefined, input: ApprovalsInput): string {
  const zone = ownZone(name, input.people);
  if (deadline === undefined || zone === undefined || zone === deadline.zone) return '';
  return `; by ${clockWords(deadline.deadline, zone)} in ${zone}`;
}
