// The last word on pings: nobody who wants none is mentioned, assigned or messaged, whatever a duty wished for.
import type { Desired, DesiredIssue, DesiredNotice } from '../domain/desired.ts';
import type { BodyDocument } from '../domain/issue-body.ts';
import type { NoticePart } from '../domain/notice.ts';
import type { Quiet } from '../people/quiet.ts';
import { hushMentions } from '../text/hush-mentions.ts';
import type { Wanted } from './wanted.ts';

/** People of the config by login; their ids tell whom a message on Slack pings. */
type People = Readonly<Record<string, { readonly slack?: string | undefined }>>;

/** Whether a person wants no pings from the text at hand. */
type Silent = (login: string) => boolean;

/**
 * The wishes with plain names in place of mentions, without assignments, and without messages to quiet people. The log
 * does not tell of what is left out. Teams are no people: their mentions stay.
 */
export function hush(wanted: readonly Wanted[], quiet: Quiet, people: People): readonly Wanted[] {
  const untold = new Set(
    wanted.flatMap(({ desired }) => leftOut(desired, silentFor(desired, quiet), people)),
  );
  const answered = new Set(
    wanted.flatMap(({ desired }) => (desired.kind === 'reaction' ? [desired.entry] : [])),
  );
  return wanted.flatMap((wish) => {
    const { desired } = wish;
    if (desired.kind === 'entry' && untold.has(desired.key) && !answered.has(desired.key)) return [];
    const silent = silentFor(desired, quiet);
    if (desired.kind === 'notice' && isToQuiet(desired, silent, people)) return [];
    return [{ ...wish, desired: hushed(desired, silent, people) }];
  });
}

/** Keys of log lines that would tell of an assignment or a message that does not happen. */
function leftOut(desired: Desired, silent: Silent, people: People): string[] {
  if (desired.kind === 'notice') return isToQuiet(desired, silent, people) ? [desired.entry] : [];
  if (desired.kind !== 'issue') return [];
  const asked = keptAssignees(desired, silent);
  return desired.assignees.filter((one) => !asked.includes(one)).map(({ entry }) => entry);
}

/** By the version that the key begins with. */
function silentFor(desired: Desired, { isQuiet, isQuietAnywhere }: Quiet): Silent {
  const [version = '', ...rest] = (keyOf(desired) ?? '').split('/');
  if (rest.length === 0) return isQuietAnywhere;
  const decoded = decodeVersion(version);
  return (login) => isQuiet(login, decoded);
}

function decodeVersion(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A key that begins with the version of a release; what belongs to no release has none. */
function keyOf(desired: Desired): string | undefined {
  switch (desired.kind) {
    case 'issue':
    case 'comment':
    case 'pull-comment':
    case 'entry':
      return desired.key;
    case 'section':
    case 'record':
    case 'state':
      return desired.issue;
    case 'notice':
      return desired.notice.key;
    case 'pull':
    case 'reaction':
    case 'pull-label':
      return desired.entry;
    case 'label':
    case 'milestone':
    case 'file':
      return undefined;
  }
}

function hushed(desired: Desired, silent: Silent, people: People): Desired {
  const words = (text: string): string => hushMentions(text, silent);
  switch (desired.kind) {
    case 'issue':
      return { ...desired, body: hushBody(desired.body, words), assignees: keptAssignees(desired, silent) };
    case 'comment': {
      const { pull } = desired;
      const rest =
        pull === undefined
          ? {}
          : { pull: { ...pull, words: words(pull.words), otherwise: words(pull.otherwise) } };
      return { ...desired, ...rest, body: words(desired.body) };
    }
    case 'pull-comment':
      return desired.body === undefined ? desired : { ...desired, body: words(desired.body) };
    case 'section':
    case 'entry':
      return { ...desired, text: words(desired.text) };
    case 'pull':
      return { ...desired, body: words(desired.body) };
    case 'reaction': {
      const { excuse } = desired;
      return excuse === undefined ? desired : { ...desired, excuse: { ...excuse, body: words(excuse.body) } };
    }
    case 'record':
      return { ...desired, title: words(desired.title), about: words(desired.about) };
    case 'milestone':
    case 'label':
      return { ...desired, description: words(desired.description) };
    case 'file':
      return { ...desired, message: words(desired.message) };
    case 'notice':
      return hushNotice(desired, silent, people);
    case 'pull-label':
    case 'state':
      return desired;
  }
}

/** Who asks for a task gets it, pings or not. */
function keptAssignees({ assignees }: DesiredIssue, silent: Silent): DesiredIssue['assignees'] {
  return assignees.filter(({ login, taken }) => taken === true || !silent(login));
}

function hushBody(body: BodyDocument, words: (text: string) => string): BodyDocument {
  const parts = body.parts.map((part) => {
    if (part.kind === 'block') return { ...part, text: words(part.text) };
    const groups = part.groups.map((group) => ({
      ...group,
      heading: words(group.heading),
      items: group.items.map((item) => ({ ...item, text: words(item.text) })),
    }));
    return { ...part, groups };
  });
  return { ...body, parts };
}

/** A mention on Slack without its id is a plain name. */
function hushNotice(desired: DesiredNotice, silent: Silent, people: People): DesiredNotice {
  const part = (one: NoticePart): NoticePart =>
    one.kind === 'mention' && isQuietId(one.slack, silent, people)
      ? { kind: 'mention', name: one.name }
      : one;
  const lines = desired.notice.lines.map((line) => ({ ...line, parts: line.parts.map(part) }));
  return { ...desired, notice: { ...desired.notice, lines } };
}

/** A message to one person alone goes to their id in place of a channel. */
function isToQuiet({ notice: { target } }: DesiredNotice, silent: Silent, people: People): boolean {
  return target.kind === 'slack' && isQuietId(target.channel, silent, people);
}

function isQuietId(id: string | undefined, silent: Silent, people: People): boolean {
  return (
    id !== undefined && Object.entries(people).some(([login, { slack }]) => slack === id && silent(login))
  );
}
