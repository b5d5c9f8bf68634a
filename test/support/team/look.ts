// What GitHub shows of a release team's issues, and what the model says that it has to show, in the same words.
import type { Day } from '../../../src/domain/day.ts';
import type { EmbeddedGitHub } from '../../../packages/embedded-github/src/index.ts';
import { issue, repository } from '../tracking.ts';
import type { Place } from './deeds.ts';
import { type TeamModel, isDone, progress } from './model.ts';
import { taskIssue } from './perform.ts';

export interface View {
  readonly progress: string | undefined;
  /** Ids and ticks, by group, in the order of the body. */
  readonly boxes: Readonly<Record<string, readonly string[]>>;
  /** People's lines by place, each with what ends it; blank lines between them are left out. */
  readonly own: Readonly<Record<string, string>>;
  /** Own texts that stand nowhere in one piece. */
  readonly torn: readonly string[];
  readonly issues: Readonly<Record<string, unknown>>;
  readonly theirs: readonly unknown[];
  readonly release: string | null | undefined;
  /** Comments that tell of a moved date. */
  readonly slips: number;
  /** Commands with a thumb up and none with a sign of confusion. */
  readonly commands: number;
}

/** As the model has it. Once the cycle is over, what nobody did is closed as well. */
export function expected(model: TeamModel, today: Day, isOver = false): View {
  const ticked = (id: string): string => `${model.done.has(id) ? 'x' : ' '} ${id}`;
  const own = [...model.own].map(([place, texts]) => [place, withoutBlanks(texts.join(''))]);
  return {
    progress: progress(model, today),
    boxes: Object.fromEntries([...model.order].map(([group, ids]) => [group, ids.map(ticked)])),
    own: Object.fromEntries(own),
    torn: [],
    issues: Object.fromEntries(
      [...model.issues].map(([task, { title, assignees, labels }]) => [
        task,
        {
          title,
          state: isOver || isDone(model, task) ? 'closed' : 'open',
          assignees: [...assignees].toSorted(),
          labels: labelsOf(model, task, labels, isOver),
          parent: 1,
        },
      ]),
    ),
    theirs: [...model.theirs].map(([number, title]) => ({
      number,
      title,
      body: '',
      state: 'open',
      labels: [],
    })),
    release: model.releaseDay,
    slips: model.slips,
    commands: model.commands,
  };
}

/** Those of people and of the config. An issue that was closed is left as it stands, in whatever week it was. */
function labelsOf(model: TeamModel, task: string, labels: ReadonlySet<string>, isOver: boolean): string[] {
  const role = task === 'find-leads' ? 'role/former-lead' : 'role/lead';
  return [...labels, role, ...(isOver || isDone(model, task) ? [] : [weekOf(model, task)])].toSorted();
}

/** The week of the part that is next. */
function weekOf({ plan, done }: TeamModel, task: string): string {
  const boxes = plan.filter((box) => box.task === task);
  return `week/${(boxes.find(({ id }) => !done.has(id)) ?? boxes.at(-1))?.week}`;
}

/** As GitHub shows it. */
export function shown(github: EmbeddedGitHub, model: TeamModel): View {
  const tracking = issue(github, 1);
  const { body } = tracking;
  const { boxes, own } = readBody(body);
  const tasks = [...model.issues.keys()];
  for (const task of tasks) {
    const text = readIssue(taskIssue(github, task).body);
    if (text !== '') own[`issue ${task}`] = text;
  }
  const bodies = [body, ...tasks.map((task) => taskIssue(github, task).body)];
  const found = repository(github).issues.filter(({ pull, author }) => !pull && !author.endsWith('[bot]'));
  const asked = repository(github).issues.flatMap(({ comments }) => comments.filter(isCommand));
  return {
    progress: /\*\*Done:\*\* \d+ of \d+ tasks(?:, \d+ overdue)?/.exec(body)?.[0],
    boxes,
    own,
    torn: [...model.own.values()].flat().filter((text) => !bodies.some((whole) => whole.includes(text))),
    issues: Object.fromEntries(tasks.map((task) => [task, issueView(github, task, model)])),
    theirs: found.map(({ number, title, body: text, state, labels }) => ({
      number,
      title,
      body: text,
      state,
      labels,
    })),
    release: repository(github)
      .milestones.find(({ title }) => title === 'v1.18.0')
      ?.dueOn?.slice(0, 10),
    slips: tracking.comments.filter((comment) => /<!-- relcomms:v1 v1\.18\.0\/moved\//.test(comment.body))
      .length,
    commands: asked.filter(isAnswered).length,
  };
}

function isCommand({ author, body }: { author: string; body: string }): boolean {
  return !author.endsWith('[bot]') && /^\/release /m.test(body);
}

function isAnswered({ reactions }: { readonly reactions: readonly string[] }): boolean {
  const given = (content: string): boolean => reactions.some((one) => one.endsWith(` ${content}`));
  return given('+1') && !given('confused');
}

function issueView(github: EmbeddedGitHub, task: string, model: TeamModel) {
  const { title, state, assignees, labels, parent } = taskIssue(github, task);
  const hidden = state === 'closed' ? /^(?:area|week)\// : /^area\//;
  return {
    title: model.issues.get(task)?.title === undefined ? undefined : title,
    state,
    assignees: assignees.toSorted(),
    labels: labels.filter((label) => !hidden.test(label)).toSorted(),
    parent,
  };
}

/** Goes through the tracking issue line by line: what is ours is known by its marks, the rest is people's. */
function readBody(body: string) {
  const boxes: Record<string, string[]> = {};
  const own: Record<string, string> = {};
  let place: string = 'top' satisfies Place;
  let nested: string | undefined;
  let inside: string | undefined;
  for (const [line] of body.matchAll(/[^\n]*(?:\n|$)/g)) {
    const [, begun] = /^<!-- relcomms:begin (\S+) /.exec(line) ?? [];
    const [, ended] = /^<!-- relcomms:end (\S+) -->/.exec(line) ?? [];
    const [, group] = /^(?:### )?<!-- relcomms:group (\S+) -->/.exec(line) ?? [];
    const [, mark, id] = /^- \[([ xX])\] <!-- relcomms:task (\S+) \S+ -->/.exec(line) ?? [];
    if (begun !== undefined) inside = begun;
    else if (inside !== undefined) {
      if (ended !== inside) continue;
      place = inside === 'about' ? 'bottom' : `after ${inside}`;
      nested = inside = undefined;
    } else if (group !== undefined) [place, nested] = [group, undefined];
    else if (id !== undefined) {
      boxes[place] = [...(boxes[place] ?? []), `${mark === ' ' ? ' ' : 'x'} ${id}`];
      nested = `under ${id}`;
    } else if (line.trim() !== '' && !line.startsWith('<!-- relcomms:v1 ')) {
      if (!/^\s/.test(line)) nested = undefined;
      own[nested ?? place] = (own[nested ?? place] ?? '') + line;
    }
  }
  return { boxes, own };
}

/** What people wrote into the issue of a task. */
function readIssue(body: string): string {
  return withoutBlanks(
    body
      .replace(/^<!-- relcomms:v1 .*\n/m, '')
      .replace(/^<!-- relcomms:begin task [^]*?<!-- relcomms:end task -->\r?\n?/m, ''),
  );
}

/** The lines with something on them, each with what ends it. */
function withoutBlanks(text: string): string {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).filter((line) => line.trim() !== '').join('');
}
