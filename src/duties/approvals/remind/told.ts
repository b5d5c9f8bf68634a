// Who was told what on a pull request, read from our own comments: they are the only memory.
import type { Instant } from '../../../domain/day.ts';
import type { Pull, PullComment } from '../../../domain/pull.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { keyOf } from '../../../text/marker.ts';
import { type Also, readAlso } from './also.ts';
import { includesName } from '../../../people/names.ts';
import type { Stage } from './stage.ts';

const TOLD = /^<!-- relcomms:told ([^<>\r\n]*) -->[ \t]*\r?$/m;

/** One comment of this duty. */
export interface Said {
  readonly comment: PullComment;
  /** Key of the stage, or of the word to the author. */
  readonly stage: string;
  /** Names that it mentioned; undefined when somebody deleted that line: then it counts for everybody. */
  readonly told: readonly string[] | undefined;
  /** What else it told people. */
  readonly also: readonly Also[];
  readonly at: Instant;
}

/** The key of a stage. It names the day, so that a moved deadline counts anew. */
export function stageKey(pull: Pull, release: Release, deadline: Milestone, stage: Stage): string {
  return `${deadlineKey(pull, release, deadline)}/${stage.days}d`;
}

/** What the keys of all stages of a deadline begin with. */
export function deadlineKey({ number }: Pull, { version }: Release, { id, day }: Milestone): string {
  return keyOf(version, 'approval', String(number), id, day);
}

/** The key of the one word to the author. */
export function authorKey(pull: Pull, release: Release): string {
  return keyOf(release.version, 'approval', String(pull.number), 'author');
}

/** The first comment of a stage has its key; those for people who begin work later have a number behind it. */
export function freshKey(stage: string, said: readonly Said[]): string {
  const count = said.filter((one) => one.stage === stage).length;
  return count === 0 ? stage : `${stage}/${count + 1}`;
}

/** Our comments on a pull request that are about its approval, oldest first. */
export function saidOn({ number, comments }: Pull): Said[] {
  if (!comments.known) return [];
  return comments.value
    .flatMap((comment): Said[] => {
      const [version, duty, pull, ...rest] = comment.key.split('/');
      if (duty !== 'approval' || pull !== String(number) || rest[0] === 'why') return [];
      const stage = [version, duty, pull, ...(rest[0] === 'author' ? ['author'] : rest.slice(0, 3))].join(
        '/',
      );
      const { body, createdAt: at } = comment;
      return [{ comment, stage, told: readTold(body), also: readAlso(body), at }];
    })
    .toSorted((a, b) => a.at - b.at || a.comment.commentId - b.comment.commentId);
}

export function wasTold(said: readonly Said[], stage: string, name: string): boolean {
  return said.some((one) => one.stage === stage && (one.told === undefined || includesName(one.told, name)));
}

/** The hidden line that remembers who was mentioned. */
export function toldLine(names: readonly string[]): string {
  // Half a character can't be encoded.
  const words = names.map((name) => encodeURI(name.replaceAll(/\p{Cs}/gu, '?')));
  return `<!-- relcomms:told ${words.join(' ')} -->`;
}

function readTold(body: string): readonly string[] | undefined {
  const names = TOLD.exec(body)?.[1];
  return names?.split(' ').filter((name) => name !== '');
}
