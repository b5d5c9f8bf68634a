// Says what a run planned, did, left and skipped: as Markdown for people and as plain data for programs.
import type { Operation } from './domain/operation.ts';
import type { LocatedProblem } from './domain/problem.ts';
import type { Applied } from './github/apply/outcome.ts';
import type { Run } from './reconcile.ts';
import { codeSpan, escapeMarkdown } from './text/escape-markdown.ts';
import { foldAlike } from './text/fold-alike.ts';
import { countWords, dayWords } from './text/words.ts';

type Looked = Extract<Run, { plan: unknown }>;

function isLooked(run: Run): run is Looked {
  return 'plan' in run;
}

/** What the operation does, in a few words without its reason. */
export function describe(operation: Operation): string {
  switch (operation.kind) {
    case 'create-label':
      return `make the label ${operation.name}`;
    case 'create-milestone':
      return `make the GitHub milestone ${operation.title}, due ${dayWords(operation.dueOn)}`;
    case 'move-milestone': {
      const from = operation.from === undefined ? '' : ` from ${dayWords(operation.from)}`;
      return `move the GitHub milestone ${operation.title}${from} to ${dayWords(operation.dueOn)}`;
    }
    case 'create-issue':
      return `open the issue ${operation.title}`;
    case 'write-body':
      return `bring the text of ${issueWords(operation.issue)} up to date`;
    case 'close-issue':
      return `close #${operation.number}`;
    case 'reopen-issue':
      return `reopen #${operation.number}`;
    case 'add-sub-issue':
      return `put ${issueWords(operation.issue)} below ${issueWords(operation.parent)}`;
    case 'remove-label':
      return `take the label ${operation.label} off #${operation.number}`;
    case 'open-pull':
      return `open a pull request: ${operation.title}`;
    case 'add-reaction':
      return `answer a command with ${operation.content === '+1' ? 'a thumbs-up' : 'a confused face'}`;
    case 'create-comment':
      return `comment on ${issueWords(operation.issue)}`;
    case 'create-pull-comment':
      return `comment on #${operation.number}`;
    case 'edit-comment':
      return `bring the comment on #${operation.number} up to date`;
    case 'minimise-comment':
      return `fold a comment on #${operation.number} away`;
    case 'close-duplicate':
      return `close #${operation.number}, a duplicate of #${operation.of}`;
    case 'add-labels':
      return `label #${operation.number} ${operation.labels.join(', ')}`;
    case 'set-milestone':
      return `put #${operation.number} into the GitHub milestone ${operation.title}`;
    case 'set-target-date':
      return `move the Target date of #${operation.number} from ${dayWords(operation.from)} to ${dayWords(operation.day)}`;
    case 'add-assignee':
      return `assign ${operation.login} to ${issueWords(operation.issue)}`;
    case 'pin-issue':
      return `pin ${issueWords(operation.issue)}`;
    case 'create-check':
      return `check the config of #${operation.pull}: ${operation.title}`;
    case 'write-ledger':
      return operation.entries.length === 0
        ? `remember the state in the log of ${issueWords(operation.issue)}`
        : `note ${countWords(operation.entries.length, 'line')} in the log of ${issueWords(operation.issue)}`;
  }
}

/** Whether everything that was tried came out, and everything could be read. */
export function isGood(run: Run): boolean {
  if (run.checks?.applied.some(({ outcome }) => outcome === 'failed') === true) return false;
  if (run.kind === 'no-config' || run.kind === 'broken-config') return false;
  return run.plan.unknown.length === 0 && run.applied.every(({ outcome }) => outcome !== 'failed');
}

/** Operations that changed something. */
export function changes(run: Run): readonly Applied[] {
  const applied = [...(run.kind === 'applied' ? run.applied : []), ...(run.checks?.applied ?? [])];
  return applied.filter(({ outcome }) => outcome === 'done');
}

/** The report as Markdown: what happened first, then what did not and why. */
export function reportMarkdown(run: Run): string {
  const parts = [...(isLooked(run) ? lookedParts(run) : unusableParts(run)), ...checkParts(run)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function unusableParts(run: Exclude<Run, Looked>): string[] {
  return run.kind === 'no-config'
    ? [`No config: \`${run.path}\` is not on the default branch. Nothing was changed.`]
    : ["**The config can't be used.** Nothing was changed.", problemList(run.path, run.problems)];
}

function lookedParts(run: Looked): string[] {
  return [
    headline(run),
    section(
      '',
      run.kind === 'applied'
        ? foldAlike(run.applied.map((one) => ({ text: appliedLine(one), alike: alikeOf(one) })))
        : run.plan.operations.map(plannedLine),
    ),
    section(leftTitle(run.plan), run.plan.left.map(plannedLine)),
    section(
      'Could not be read',
      run.plan.unknown.map(
        ({ duty, fact, why }) => `${duty} was skipped: ${fact} is unknown (${escapeMarkdown(why)})`,
      ),
    ),
    section(
      'Not done',
      run.plan.skips.map(({ what, why }) => `${escapeMarkdown(what)}: ${escapeMarkdown(why)}`),
    ),
    run.warnings.length === 0
      ? ''
      : `**Warnings about the config**\n\n${problemList(run.path, run.warnings)}`,
  ];
}

/** Checks of pull requests, which are made whatever the run's own config is like. */
function checkParts({ checks }: Run): string[] {
  if (checks === undefined) return [];
  const { operations, applied, skips } = checks;
  const lines = applied.length > 0 ? applied.map(appliedLine) : operations.map(plannedLine);
  return [
    section('Configs in pull requests', lines),
    section(
      'Configs in pull requests that were not checked',
      skips.map(({ what, why }) => `${escapeMarkdown(what)}: ${escapeMarkdown(why)}`),
    ),
  ];
}

/** One line per event for a log: no Markdown, no line breaks from outside. */
export function reportLines(run: Run): string[] {
  return [...runLines(run).map(oneLine), ...checkLines(run)];
}

/** The part of them about configs in pull requests. */
export function checkLines({ checks }: Run): string[] {
  if (checks === undefined) return [];
  const { operations, applied, skips } = checks;
  return [
    ...(applied.length > 0 ? applied.map(doneLine) : operations.map(planLine)),
    ...skips.map(({ what, why }) => `not done: ${what}: ${why}`),
  ].map(oneLine);
}

function doneLine({ operation, outcome, detail }: Applied): string {
  const more = detail === undefined ? '' : ` (${detail})`;
  return `${outcome}: ${describe(operation)}, because ${operation.why}${more}`;
}

function planLine(operation: Operation): string {
  return `planned: ${describe(operation)}, because ${operation.why}`;
}

function runLines(run: Run): string[] {
  if (run.kind === 'no-config') return [`no config: ${run.path} is not on the default branch`];
  if (run.kind === 'broken-config') {
    return run.problems.map(
      ({ line, column, severity, message, mend }) =>
        `${run.path}:${line}:${column} ${severity}: ${message} ${mend}`,
    );
  }
  const done =
    run.kind === 'applied'
      ? foldAlike(run.applied.map((one) => ({ text: doneLine(one), alike: alikeOf(one) })))
      : run.plan.operations.map(planLine);
  const unknown = run.plan.unknown.map(
    ({ duty, fact, why }) => `unknown: ${duty} was skipped, ${fact} could not be read: ${why}`,
  );
  const skips = run.plan.skips.map(({ what, why }) => `not done: ${what}: ${why}`);
  return [
    ...done,
    ...(run.plan.held === undefined ? [] : [`held: ${run.plan.held}`]),
    ...run.plan.left.map((operation) => `left: ${describe(operation)}`),
    ...unknown,
    ...skips,
  ];
}

/** What can't be done anywhere is said once, not for every issue. */
function alikeOf({ operation, outcome, detail }: Applied): string | undefined {
  return outcome === 'soft' && detail !== undefined ? `${operation.kind} ${detail}` : undefined;
}

/** A line break from outside could begin a command to the runner. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function headline(run: Looked): string {
  if (run.kind === 'planned') {
    const planned = run.plan.operations.length + (run.checks?.operations.length ?? 0);
    return planned === 0
      ? '**Nothing to do.**'
      : `**Planned: ${countWords(planned, 'change')}.** Nothing was written.`;
  }
  const done = changes(run).length;
  const all = [...run.applied, ...(run.checks?.applied ?? [])];
  const failed = all.filter(({ outcome }) => outcome === 'failed').length;
  if (failed > 0) return `**${countWords(done, 'change')} made, ${failed} failed.**`;
  return done === 0
    ? '**Everything is as it should be.** Nothing was written.'
    : `**${countWords(done, 'change')} made.**`;
}

/** Says as well why, when it is not the limit of the run. */
function leftTitle({ held }: Extract<Run, { plan: unknown }>['plan']): string {
  return held === undefined ? 'Left for the next run' : `Left for the next run: ${escapeMarkdown(held)}`;
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const list = lines.map((line) => `- ${line}`).join('\n');
  return title === '' ? list : `**${title}**\n\n${list}`;
}

function plannedLine(operation: Operation): string {
  return `${escapeMarkdown(describe(operation))} — ${escapeMarkdown(operation.why)}`;
}

function appliedLine({ operation, outcome, detail, number }: Applied): string {
  const mark = {
    done: '',
    already: 'Already so: ',
    failed: '**Failed:** ',
    soft: 'Not possible: ',
    'not-tried': 'Not tried: ',
    held: 'Left: ',
  }[outcome];
  const opened = operation.kind === 'create-issue' && number !== undefined ? ` (#${number})` : '';
  const words = detail === undefined ? '' : `; ${escapeMarkdown(detail)}`;
  return `${mark}${escapeMarkdown(describe(operation))}${opened} — ${escapeMarkdown(operation.why)}${words}`;
}

function problemList(path: string, problems: readonly LocatedProblem[]): string {
  return problems
    .map(
      ({ line, column, severity, message, mend }) =>
        `- ${codeSpan(`${path}:${line}:${column}`)} ${severity}: ${escapeMarkdown(message)} ${escapeMarkdown(mend)}`,
    )
    .join('\n');
}

function issueWords(issue: { readonly number: number } | { readonly key: string }): string {
  return 'number' in issue ? `#${issue.number}` : `the new issue ${issue.key}`;
}
