// Whose rights a run asks for, and in which order: those first who are likely to have some.
import type { HeardComment } from '../../../domain/hearing.ts';

/** People whose rights one look asks for, and how many of them may be strangers. */
export interface Turns {
  readonly people: number;
  readonly strangers: number;
}

/** GitHub's marks for people whom somebody has let in. */
const INSIDE = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/** What GitHub marks may lack: a membership that the member keeps to themselves shows as `CONTRIBUTOR` or `NONE`. */
const RANKS = ['named', 'inside', 'contributor', 'other'] as const;

type Rank = (typeof RANKS)[number];

/** `named` are logins of the config, in small letters. */
function rankOf(comment: Pick<HeardComment, 'author' | 'association'>, named: ReadonlySet<string>): Rank {
  const { author, association = 'MEMBER' } = comment;
  if (named.has(author.toLowerCase())) return 'named';
  if (INSIDE.includes(association)) return 'inside';
  return association === 'CONTRIBUTOR' ? 'contributor' : 'other';
}

/** Neither the config nor GitHub's mark says that the author has to do with the repository. */
export function isStranger(
  comment: Pick<HeardComment, 'author' | 'association'>,
  named: ReadonlySet<string>,
): boolean {
  return ['contributor', 'other'].includes(rankOf(comment, named));
}

/** Logins of this look's turn, and of those who wait. */
export function inTurn(
  comments: readonly HeardComment[],
  named: ReadonlySet<string>,
  { people, strangers }: Turns,
): { readonly asked: ReadonlySet<string>; readonly left: readonly string[] } {
  const ranked = RANKS.flatMap((rank) => comments.filter((comment) => rankOf(comment, named) === rank));
  const asked = new Set<string>();
  const left = new Set<string>();
  let foreign = 0;
  for (const comment of ranked) {
    const { author } = comment;
    if (asked.has(author) || left.has(author)) continue;
    const stranger = isStranger(comment, named);
    if (asked.size >= people || (stranger && foreign >= strangers)) left.add(author);
    else asked.add(author);
    if (stranger && asked.has(author)) foreign += 1;
  }
  return { asked, left: [...left] };
}
