// What is there at the end of a round, without ids, times and numbers that may differ between two worlds.
import type { EmbeddedGitHub, IssueSnapshot } from '../../packages/embedded-github/src/index.ts';
import { readMarker } from '../../src/text/marker.ts';
import { checksOf } from './checks.ts';
import type { World } from './world.ts';

/** Lines by a name of what they are about: `issue v2.0.0/tracking-issue labels`. */
export type Picture = ReadonlyMap<string, string>;

/** `same` gives one form to what several runners write differently. */
export async function pictureOf(world: World, same = (text: string) => text): Promise<Picture> {
  const lines = new Map<string, string>();
  const hashes = await hashesOf(world.github);
  const byHash = (text: string): string => text.replaceAll(/\b[0-9a-f]{7,40}\b/g, (hash) => hashes(hash));
  const byId = idsOf(world.github);
  /** A second one of the same name is a double. */
  const put = (name: string, value: unknown): void => {
    const own = byId(byHash(name));
    let unique = own;
    for (let turn = 2; lines.has(unique); turn++) unique = `${own} (${turn})`;
    lines.set(unique, same(typeof value === 'string' ? value : JSON.stringify(value)));
  };
  const [repo] = world.github.state();
  if (repo === undefined) throw new Error('there is no repository');
  const issues = repo.issues.filter((one) => !isOverSilence(one));
  const names = new Map(issues.map((one) => [one.number, byHash(nameOf(one))]));
  const plain = (text: string): string => byId(byHash(plainText(text, names)));
  for (const issue of issues) putIssue(issue, names, plain, put);
  // The alarm's own label stays, as any label does, when the alarm is over.
  for (const label of repo.labels.filter(({ name }) => name !== 'relcomms'))
    put(`label ${label.name}`, label);
  for (const { title, dueOn, state } of repo.milestones) put(`milestone ${title}`, { dueOn, state });
  put('pinned', repo.pinned.map((number) => names.get(number) ?? String(number)).toSorted());
  for (const { title, body, comments, author } of repo.discussions)
    put(`discussion ${title}`, plain(JSON.stringify([author, body, comments.map((one) => one.body)])));
  for (const [name, value] of await checksOf(world.github, issues)) put(name, plain(value));
  await putSlack(world, plain, put);
  for (const { file, text } of await world.wiki.pages()) put(`wiki ${file}`, plain(text));
  return lines;
}

type Put = (name: string, value: unknown) => void;

/** An alarm that nobody needs any more: runs failed for a day, and one has come through since. */
function isOverSilence({ body, state }: IssueSnapshot): boolean {
  return readMarker(body)?.startsWith('relcomms/silence/') === true && state === 'closed';
}

function nameOf({ body, title, author, pull }: IssueSnapshot): string {
  const key = author.endsWith('[bot]') ? readMarker(body) : undefined;
  return key ?? `${pull ? 'pull' : 'issue'} ${title}`;
}

function putIssue(
  issue: IssueSnapshot,
  names: ReadonlyMap<number, string>,
  plain: (text: string) => string,
  put: Put,
): void {
  const name = nameOf(issue);
  const { state, stateReason, labels, assignees, milestone, fields } = issue;
  put(name, { title: plain(issue.title), state, stateReason, milestone, fields });
  put(`${name} labels`, labels.toSorted());
  put(`${name} assignees`, assignees.toSorted());
  put(`${name} parent`, names.get(issue.parent ?? 0) ?? null);
  const subs = issue.subIssues.map((number) => names.get(number) ?? String(number));
  put(`${name} sub-issues`, subs.toSorted());
  // Those of tasks are in the checklist's order.
  put(
    `${name} tasks`,
    subs.filter((sub) => sub.includes('/task/')),
  );
  put(`${name} body`, plain(issue.body));
  for (const comment of issue.comments) {
    const key = comment.author.endsWith('[bot]') ? readMarker(comment.body) : undefined;
    const what = `${name} comment ${key ?? comment.body.slice(0, 60)}`;
    // 👀 follows the webhook at once, and a webhook that is lost has none; a 👍 that GitHub refused is named and let be.
    const reactions = comment.reactions.filter((one) => !/ (?:eyes|\+1)$/.test(one));
    put(what, reactions.map((one) => one.replace(/^\S+\[bot\]/, 'bot')).toSorted());
    put(`${what} folded`, [comment.minimized, comment.pinned]);
    // What is answered or said once tells how things were at its moment.
    const once = key?.endsWith('/reply') === true;
    for (const [line, value] of once ? [] : linesOf(key, comment.body)) put(`${what} ${line}`, plain(value));
  }
}

/** A log line by line, in no order; a record row by row; else the whole. */
function linesOf(key: string | undefined, body: string): [string, string][] {
  if (key?.endsWith('/ledger') === true)
    return body.split('\n').map((line) => {
      const entry = /<!-- relcomms:entry (\S+) -->/.exec(line)?.[1];
      if (entry !== undefined) return [`entry ${entry}`, line];
      const state = /^<!-- relcomms:state (\{.*\}) -->$/.exec(line)?.[1];
      return state === undefined ? [`line ${line}`, line] : ['state', sorted(state)];
    });
  const rows = /^<!-- relcomms:record (\{.*\}) -->$/m.exec(body)?.[1];
  if (rows === undefined || key === undefined) return [['body', body]];
  return Object.entries(JSON.parse(rows) as Record<string, unknown>).map(([row, value]) => [
    `row ${row}`,
    JSON.stringify(plainRow(value)),
  ]);
}

function sorted(json: string): string {
  const state = JSON.parse(json) as Record<string, unknown>;
  return JSON.stringify(Object.fromEntries(Object.entries(state).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** Of a message only what it told, and whether it went out. */
function plainRow(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !('claim' in row)) return row;
  const { sent, unsure, tells, to } = row as Record<string, unknown>;
  return { sent: sent !== undefined, unsure, tells, to };
}

function plainText(text: string, names: ReadonlyMap<number, string>): string {
  const named = (number: string): string => names.get(Number(number)) ?? number;
  return (
    text
      .replaceAll(/&#8203;|\u200b/g, '')
      .replaceAll(/#(\d+)\b/g, (_, number: string) => `#<${named(number)}>`)
      .replaceAll(
        /\/(issues|pull)\/(\d+)/g,
        (_, kind: string, number: string) => `/${kind}/<${named(number)}>`,
      )
      .replaceAll(/"(redAt|at)":\d+/g, '"$1":0')
      // A point of the trend is what the first look of a day found.
      .replaceAll(/(\d{4}-\d\d-\d\d) \d+ (?:\d+|-)(?=;| -->)/g, '$1')
      .replaceAll(/^ {2}(?:y-axis|bar) .*$/gm, (chart) => chart.replaceAll(/\d+/g, '0'))
      .replaceAll(/^(\| \w{3} \d+ \w{3} \d{4} \|) \d+ \|(?: [\d–-]* \|)?$/gm, '$1')
      .replaceAll(/#(?:issuecomment|discussioncomment)-\d+/g, '#comment')
      .replaceAll(/Last daily check: \S+ \S+ UTC/g, 'Last daily check')
      .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'http://here')
  );
}

/** Comments have other ids where another number of them was made, and a message about a move is named for what told the day before. */
function idsOf(github: EmbeddedGitHub): (text: string) => string {
  const comments = github.state().flatMap(({ issues }) => issues.flatMap((issue) => issue.comments));
  const people = comments.filter(({ author }) => !author.endsWith('[bot]'));
  const known = new Map(people.map(({ id, body }) => [String(id), `of ${body}`]));
  return (text) =>
    text
      .replaceAll(
        /\b(command|refused(?:\/[\w-]+)?|reply)\/(\d+)\b/g,
        (_, word: string, id: string) => `${word}/<${known.get(id) ?? id}>`,
      )
      .replaceAll(/\/moved\/([\w.-]+)\/[0-9a-f]{12}\b/g, '/moved/$1/<told>');
}

/** The seed's commits have other hashes in every world. */
async function hashesOf(github: EmbeddedGitHub): Promise<(hash: string) => string> {
  const alice = github.as('alice');
  const lists = await Promise.all(
    ['main', 'release-2.0'].map(async (branch) => {
      const { json } = await alice.request('GET', `/repos/acme/demo/commits?sha=${branch}&per_page=100`);
      const commits = (json as readonly { sha: string }[]).toReversed();
      return commits.map(({ sha }, index) => [sha, `${branch}~${index}`] as const);
    }),
  );
  const known = lists.flat();
  return (hash) => known.find(([sha]) => sha.startsWith(hash))?.[1] ?? hash;
}

/** What is sent once tells how things were at its moment, which may be a later one; the pinned message stays current. */
async function putSlack(world: World, plain: (text: string) => string, put: Put): Promise<void> {
  for (const channel of await world.slack.state())
    for (const { text, blocks, replies } of channel.messages) {
      const name = `Slack #${channel.name} ${titleOf(text)}`;
      put(name, titleOf(text).includes('dates and contacts') ? plain(JSON.stringify(blocks)) : 'sent');
      for (const reply of replies) put(`${name} reply ${titleOf(reply.text)}`, 'sent');
    }
}

/** The first sentence. */
function titleOf(text: string): string {
  return (/^.*?[^0-9]\.(?= |$)/.exec(text)?.[0] ?? text).slice(0, 200);
}
