// Carries out the deeds of a release team on the embedded GitHub, by hand as people do.
import type { EmbeddedGitHub } from '../../../packages/embedded-github/src/index.ts';
import { CONFIG } from '../config-pull.ts';
import { KUBERNETES_CONFIG } from '../kubernetes-seed.ts';
import { issue, repository } from '../tracking.ts';
import type { Deed, Place } from './deeds.ts';

const TRACKING = 1;

/** The config as the team has it after the release has slipped by a day. */
export const SLIPPED_CONFIG = KUBERNETES_CONFIG.replace('release: 2020-03-24', 'release: 2020-03-25').replace(
  /(title: v1\.18\.0 released\n.*\n +weekday:) tuesday/,
  '$1 wednesday',
);

/** Answers the number of the issue that was opened, if one was. */
export async function perform(github: EmbeddedGitHub, deed: Deed): Promise<number | undefined> {
  const by = github.as(deed.by);
  const number = deed.kind === 'convert' ? await by.openIssue({ title: deed.title }) : undefined;
  const place = 'place' in deed && deed.place.startsWith('issue ') ? deed.place.slice(6) : undefined;
  const at = place === undefined ? TRACKING : taskIssue(github, place).number;
  const body = edited(issue(github, at).body, deed, number);
  if (body === undefined) await onIssue(github, deed);
  else if (body === issue(github, at).body) throw new Error('the deed changes nothing');
  else await by.editBody(at, () => body);
  return number;
}

/** The body as people save it; undefined when the deed is about something else. */
function edited(body: string, deed: Deed, number = 0): string | undefined {
  switch (deed.kind) {
    case 'tick':
      return onLine(body, deed.box, (line) => line.replace(/\[[ xX]\]/, `[${deed.mark}]`));
    case 'write':
      return written(body, deed.place, deed.text, deed.first);
    case 'rewrite':
      return body.replace(deed.from, () => deed.to);
    case 'convert':
      return onLine(body, deed.box, (line) => line.replace(/<!-- relcomms:task .*/, `#${number}`));
    case 'swap':
      return swapped(body, deed.box, deed.other);
    case 'delete-line':
      return without(body, lineOf(body, deed.box));
    case 'delete-end':
      return without(body, endOf(deed.block));
    case 'double-end':
      return body.replace(endOf(deed.block), (end) => `${end}\n${end}`);
    case 'empty':
      return '';
    case 'browser':
      return body.replaceAll('\n', '\r\n');
    default:
      return undefined;
  }
}

async function onIssue(github: EmbeddedGitHub, deed: Deed): Promise<unknown> {
  const by = github.as(deed.by);
  const at = 'task' in deed ? taskIssue(github, deed.task).number : TRACKING;
  const path = `/repos/acme/demo/issues/${at}`;
  switch (deed.kind) {
    case 'close':
      return await by.close(at);
    case 'reopen':
      return await by.reopen(at);
    case 'slip':
      return await by.putFile(CONFIG, SLIPPED_CONFIG);
    case 'rename':
      return await by.request('PATCH', path, { title: deed.title });
    case 'label':
      return await by.label(at, deed.label);
    case 'unlabel':
      return await by.unlabel(at, deed.label);
    case 'assign':
      return await by.assign(at, deed.login);
    case 'unassign':
      return await by.request('DELETE', `${path}/assignees`, { assignees: [deed.login] });
    case 'take':
      return await by.comment(at, '/release take');
    case 'done':
    case 'undo':
      return await by.comment(at, `I looked.\n\n/release ${deed.kind} ${deed.words}`);
    case 'skip':
      return await by.comment(at, `/release skip ${deed.box} because ${deed.because}`);
    default:
      throw new Error(`nobody said how to ${deed.kind}`);
  }
}

/** The issue of a task, by its marker. */
export function taskIssue(github: EmbeddedGitHub, task: string) {
  const marker = `<!-- relcomms:v1 v1.18.0/task/${task} -->`;
  const found = repository(github).issues.filter(({ body }) => body.includes(marker));
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} issues for ${task}`);
  return issue(github, first.number);
}

function endOf(block: string): string {
  return `<!-- relcomms:end ${block} -->`;
}

/** The line of a box without what ends it. */
function lineOf(body: string, box: string): string {
  const found = body.split(/\r?\n/).filter((line) => line.includes(`relcomms:task ${box} `));
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} lines for ${box}`);
  return first;
}

/** The body without a line, and without what ends it. */
function without(body: string, line: string): string {
  const at = body.indexOf(line);
  return body.slice(0, at) + body.slice(lineEnd(body, at));
}

function onLine(body: string, box: string, change: (line: string) => string): string {
  const line = lineOf(body, box);
  return body.replace(line, () => change(line));
}

/** Two lines change places, each with what is nested below it, as when they are dragged. */
function swapped(body: string, box: string, other: string): string {
  const [a, b] = [wholeItem(body, box), wholeItem(body, other)];
  return body
    .split(a)
    .map((part) => part.replace(b, () => a))
    .join(b);
}

function wholeItem(body: string, box: string): string {
  const at = body.indexOf(lineOf(body, box));
  return body.slice(at, nestedEnd(body, lineEnd(body, at)));
}

/** Behind the lines that are nested at this place. */
function nestedEnd(body: string, at: number): number {
  return at + (/^(?:[ \t]+\S[^\n]*\n)*/.exec(body.slice(at))?.[0].length ?? 0);
}

/** The body with lines of a person's: `first` in front of others of that place, or behind them. */
function written(body: string, place: Place, text: string, first: boolean): string {
  const at = placeIn(body, place, first);
  const gap = at > 0 && body[at - 1] !== '\n' ? '\n' : '';
  return body.slice(0, at) + gap + text + body.slice(at);
}

function placeIn(body: string, place: Place, first: boolean): number {
  if (place === 'top') return first ? 0 : body.indexOf('<!-- relcomms:v1 ');
  if (place === 'bottom') return body.length;
  if (place.startsWith('issue ')) return body.length;
  const [, name = ''] = place.split(' ');
  if (place.startsWith('under ')) {
    const at = lineEnd(body, body.indexOf(lineOf(body, name)));
    return first ? at : nestedEnd(body, at);
  }
  const begin = place.startsWith('after ') ? endOf(name) : `<!-- relcomms:group ${place} -->`;
  const at = lineEnd(body, body.indexOf(begin));
  if (first) return at;
  // Behind the last line with something on it, before the next heading or block of ours.
  const rest = body.slice(at);
  const region = rest.slice(0, rest.search(/^(?:(?:#+ )?<!-- relcomms:group|<!-- relcomms:begin)/m));
  return at + (/^(?:[^\n]*\S[^\n]*\n|\s*\n(?=\s*\S))*/.exec(region)?.[0].length ?? 0);
}

function lineEnd(body: string, at: number): number {
  if (at < 0) throw new Error('there is no such place');
  const end = body.indexOf('\n', at);
  return end < 0 ? body.length : end + 1;
}
