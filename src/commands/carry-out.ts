// Carries out the commands of one comment: place, right and limit are checked here, and what a command means in its duty.
import type { Release } from '../domain/release.ts';
import { MOST_COMMANDS } from '../text/command-lines.ts';
import type { BookEntry, CommandBook } from './book.ts';
import { type Answer, type Given, type Written, told } from './command.ts';
import { type Giver, may } from './may.ts';
import { parseCommand } from './parse.ts';
import { protocol, renderRefusal } from './render-answers.ts';
import type { Right } from './rights.ts';

/** The place that a comment stands on, as the duty that keeps it knows it. */
export interface Setting<A> {
  readonly book: CommandBook;
  /** Name of the place. */
  readonly place: string;
  /** A role in any of these counts. */
  readonly releases: readonly Pick<Release, 'roles' | 'roleTeams'>[];
  /** Whose place it is: this person may give every command here. */
  readonly own?: string | undefined;
  /** What a command is given, after those before it. */
  readonly scene: (entry: BookEntry, at: A) => unknown;
}

export type LineAnswer = Answer & { readonly line: string };

/** Line by line; each sees the place as the lines before it left it. */
export function carryOutComment<A>(
  comment: Written,
  start: A,
  setting: Setting<A>,
): { readonly at: A; readonly answers: readonly LineAnswer[] } {
  let at = start;
  const answers = comment.lines.map((line, index) => {
    const answer =
      index < MOST_COMMANDS
        ? carryOutLine(line, comment, at, setting)
        : told(protocol.tooMany(MOST_COMMANDS));
    // What comes after is of the type of the place: only who keeps it may change it.
    at = (answer.after as A | undefined) ?? at;
    return { ...answer, line };
  });
  return { at, answers };
}

/** What is said twice in one comment is carried out twice. */
export function carryOutLine<A>(line: string, comment: Written, at: A, setting: Setting<A>): Answer {
  const giver = giverOf(comment);
  const parsed = parseCommand(line, setting.book);
  if (parsed.kind === 'mistake')
    return mayGiveOne(comment, at, setting)
      ? told(parsed.message)
      : { good: false, refused: true, words: 'not understood' };
  const [first] = parsed.entries;
  const entry = parsed.entries.find(({ place }) => place.name === setting.place);
  if (entry === undefined)
    return mayGiveOne(comment, at, setting)
      ? told(protocol.elsewhere(first, setting.book, setting.place))
      : refused(first.command.right, giver);
  const { words, because } = parsed;
  return carryOutHere(entry, { line, words, because, giver, comment }, at, setting);
}

function carryOutHere<A>(entry: BookEntry, given: Given, at: A, setting: Setting<A>): Answer {
  const { command } = entry;
  const { giver } = given;
  const scene = setting.scene(entry, at);
  const measure = command.measure?.(given, scene) ?? {};
  if ('problem' in measure)
    return allowed('team', giver, setting) ? told(measure.problem) : refused(command.right, giver);
  if (!allowed(command.right, giver, setting, measure)) return refused(command.right, giver);
  if (entry.config === undefined) return told(command.off ?? protocol.off(entry));
  if (entry.lacks) return told(protocol.lacks());
  return command.carryOut(given, scene);
}

/** Not carried out, since the giver may not. */
function refused(right: Right, giver: Giver): Answer {
  const unknown = giver.permission === 'unknown' || giver.teams.unknown.length > 0;
  return {
    good: false,
    refused: true,
    words: unknown ? 'refused, permissions could not be checked' : 'refused, no permission',
    reply: renderRefusal(right, giver),
  };
}

/** Whether any command of this place is for the author: then a typo and a wrong place are explained. */
export function mayGiveOne<A>(comment: Written, at: A, setting: Setting<A>): boolean {
  const giver = giverOf(comment);
  if (allowed('team', giver, setting)) return true;
  const given: Given = { line: '', words: [], because: undefined, giver, comment };
  return setting.book.entries
    .filter(({ place }) => place.name === setting.place)
    .some((entry) => {
      const measure = entry.command.measure?.(given, setting.scene(entry, at)) ?? {};
      return !('problem' in measure) && allowed(entry.command.right, giver, setting, measure);
    });
}

function allowed<A>(
  right: Right,
  giver: Giver,
  { releases, own }: Setting<A>,
  { role, owner }: { readonly role?: string | undefined; readonly owner?: Parameters<typeof may>[4] } = {},
): boolean {
  return (
    own?.toLowerCase() === giver.login.toLowerCase() ||
    releases.some((release) => may(right, giver, release, role, owner))
  );
}

function giverOf({ author: login, permission, teams }: Written): Giver {
  return { login, permission, teams };
}
