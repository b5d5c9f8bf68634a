// Hears the commands on pull requests: whose rights are asked for, and who was told before that they may give none.
import type { HeardComment, Unheard } from '../../../domain/hearing.ts';
import type { Pull, PullCommand } from '../../../domain/pull.ts';
import type { GitHub } from '../../client.ts';
import { inTurn, isStranger } from '../commands/in-turn.ts';
import { unheardWords } from '../commands/render-unheard.ts';
import { type RightsReader, rightsReader, strangerWith } from '../commands/rights.ts';
import { confused, unanswered } from '../commands/unanswered.ts';
import type { RawPull } from './pull-fields.ts';

/** Each costs a request, and one for each team that holds a role. */
const TURNS = { people: 5, strangers: 2 };

interface HeardPull {
  readonly number: number;
  /** Who opened it may give every command on it. */
  readonly named: ReadonlySet<string>;
  readonly comments: readonly HeardComment[];
}

export interface HeardPulls {
  /** By number. */
  readonly commands: ReadonlyMap<number, readonly PullCommand[]>;
  readonly unheard: readonly Unheard[];
}

/** `names` are teams that hold roles, and logins of people whom the config names. */
export async function hearPulls(
  github: GitHub,
  raw: readonly RawPull[],
  pulls: readonly Pull[],
  names: readonly string[],
): Promise<HeardPulls> {
  const people = names.filter((name) => !name.includes('/')).map((login) => login.toLowerCase());
  const all = raw.flatMap((one) => {
    const pull = pulls.find(({ number }) => number === one.number);
    return pull === undefined || pull.state !== 'open' ? [] : [hearPull(one, pull, people)];
  });
  const { asked, left } = inTurn(
    all.flatMap(({ comments }) => comments),
    new Set(people),
    TURNS,
  );
  const rights = rightsReader(
    github,
    names.filter((name) => name.includes('/')),
  );
  const commands = new Map<number, PullCommand[]>();
  for (const pull of all) {
    const heard = pull.comments.filter(({ author }) => asked.has(author));
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    commands.set(pull.number, await withRights(heard, pull.named, rights));
  }
  return { commands, unheard: left.length === 0 ? [] : [unheardWords.waiting(left.length)] };
}

/** Strangers to whom 😕 said no get no more; who has a right and made a mistake was told so in words. */
function hearPull(raw: RawPull, pull: Pull, people: readonly string[]): HeardPull {
  const named = new Set([...people, pull.author.login.toLowerCase()]);
  const refused = confused(raw.comments.nodes);
  const told = pull.comments.known ? pull.comments.value.map(({ key }) => key) : [];
  const silenced = (comment: HeardComment): boolean => {
    const login = comment.author.toLowerCase();
    const explained = told.some((key) => key.split('/').includes(login));
    return isStranger(comment, named) && refused.includes(login) && !explained;
  };
  const comments = unanswered(raw.comments.nodes).filter((comment) => !silenced(comment));
  return { number: pull.number, named, comments };
}

/** A stranger's first one only: all of them get the same answer. Where GitHub does not say, a later look asks again. */
async function withRights(
  comments: readonly HeardComment[],
  named: ReadonlySet<string>,
  rights: RightsReader,
): Promise<PullCommand[]> {
  const all: PullCommand[] = [];
  const strangers = new Set<string>();
  for (const comment of comments) {
    const { association: _, ...given } = comment;
    // oxlint-disable-next-line no-await-in-loop -- hardly ever more than one
    const may = await rights(comment.author);
    if (may.permission === 'unknown' && isStranger(comment, named)) continue;
    const { stranger = false } = strangerWith(comment, named, may);
    if (stranger && strangers.has(comment.author)) continue;
    if (stranger) strangers.add(comment.author);
    all.push({ ...given, ...may });
  }
  return all;
}
