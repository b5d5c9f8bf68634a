// Says what a run planned, did, left and skipped: as Markdown for people and as plain data for programs.
import { describe } from '../text/describe-operation.ts';
import type { Operation } from '../domain/operation.ts';
import type { LocatedProblem } from '../domain/problem.ts';
import type { Applied } from '../domain/outcome.ts';
import type { Run } from '../run/reconcile.ts';
import { codeSpan, escapeMarkdown } from '../text/escape-markdown.ts';
import { lackWords } from '../text/section-words.ts';
import { foldAlike } from '../text/fold-alike.ts';
import { countWords } from '../text/words.ts';
import { costWords } from './cost-words.ts';
import { offLines, offMarkdown } from './off-text.ts';

type Looked = Extract<Run, { plan: unknown }>;

function isLooked(run: Run): run is Looked {
  return 'plan' in run;
}

/** Whether everything that was tried came out, and everything could be read. */
export function isGood(run: Run): boolean {
  if (run.checks?.applied.some(({ outcome }) => outcome === 'failed') === true) return false;
  if (run.kind === 'no-config' || run.kind === 'broken-config') return false;
  if (run.kind === 'off')
    return run.cleanup.unread.length === 0 && run.applied.every(({ outcome }) => outcome !== 'failed');
  return run.plan.unknown.length === 0 && run.applied.every(({ outcome }) => outcome !== 'failed');
}

/** Operations that changed something. */
export function changes(run: Run): readonly Applied[] {
  const told = run.kind === 'broken-config' ? run.told?.applied : undefined;
  const applied = [
    ...(run.kind === 'applied' || run.kind === 'off' ? run.applied : []),
    ...(told ?? []),
    ...(run.checks?.applied ?? []),
  ];
  return applied.filter(({ outcome }) => outcome === 'done');
}

/** The report as Markdown: what happened first, then what did not and why. */
export function reportMarkdown(run: Run): string {
  const parts = [
    ...(isLooked(run) ? lookedParts(run) : unusableParts(run)),
    ...checkParts(run),
    costWords(run),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function unusableParts(run: Exclude<Run, Looked>): string[] {
  if (run.kind === 'off') return [offMarkdown(run)];
  return run.kind === 'no-config'
    ? [`No config: \`${run.path}\` is not on the default branch. relcomms changed nothing.`]
    : [
        '**The config has errors.** relcomms changed nothing.',
        problemList(run.path, run.problems),
        section('The issue about it', toldLines(run, plannedLine, appliedLine, escapeMarkdown)),
      ];
}

/** What was said on GitHub of a broken config. */
function toldLines(
  { told }: Extract<Run, { kind: 'broken-config' }>,
  planned: (operation: Operation) => string,
  made: (applied: Applied) => string,
  quote: (text: string) => string = (text) => text,
): string[] {
  if (told === undefined) return [];
  if (told.why !== undefined) return [`The issue about it could not be updated: ${quote(told.why)}`];
  return told.applied.length > 0 ? told.applied.map(made) : told.operations.map(planned);
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
      "Couldn't be read",
      run.plan.unknown.map(
        ({ duty, fact, why }) => `${duty} was skipped: ${fact} is unknown (${escapeMarkdown(why)})`,
      ),
    ),
    section('Not done', [
      ...lackLines(run).map(escapeMarkdown),
      ...run.plan.skips.map(({ what, why }) => `${escapeMarkdown(what)}: ${escapeMarkdown(why)}`),
    ]),
    run.warnings.length === 0
      ? ''
      : `**Warnings about the config**\n\n${problemList(run.path, run.warnings)}`,
  ];
}

/** What sections that are on do not do, by their config and by what this run saw. */
function lackLines({ heard }: Looked): string[] {
  return heard.flatMap(({ name, lacks = [] }) => lackWords(name, lacks));
}

/** Checks of pull requests, which are made whatever the run's own config is like. */
function checkParts({ checks }: Run): string[] {
  if (checks === undefined) return [];
  const { operations, applied, skips } = checks;
  const lines = applied.length > 0 ? applied.map(appliedLine) : operations.map(plannedLine);
  return [
    section('Configs in pull requests', lines),
    section(
      'Configs in pull requests that relcomms could not check',
      skips.map(({ what, why }) => `${escapeMarkdown(what)}: ${escapeMarkdown(why)}`),
    ),
  ];
}

/** One line per event for a log: no Markdown, no line breaks from outside. */
export function reportLines(run: Run): string[] {
  return [...runLines(run).map(oneLine), ...checkLines(run)];
}

/** The part of them without the problems of the config: what was said of it, and the configs in pull requests. */
export function besideConfig(run: Run): string[] {
  const told = run.kind === 'broken-config' ? toldLines(run, planLine, doneLine) : [];
  return [...told.map(oneLine), ...checkLines(run)];
}

/** The part of them about configs in pull requests. */
function checkLines({ checks }: Run): string[] {
  if (checks === undefined) return [];
  const { operations, applied, skips } = checks;
  return [
    ...(applied.length > 0 ? applied.map(doneLine) : operations.map(planLine)),
    ...skips.map(({ what, why }) => `not done: ${what}: ${why}`),
  ].map(oneLine);
}

function doneLine({ operation, outcome, detail }: Applied): string {
  const more = detail === undefined ? '' : ` (${detail})`;
  return `${outcome}: ${describe(operation)}. Why: ${operation.why}${more}`;
}

function planLine(operation: Operation): string {
  return `planned: ${describe(operation)}. Why: ${operation.why}`;
}

function runLines(run: Run): string[] {
  if (run.kind === 'no-config') return [`no config: ${run.path} is not on the default branch`];
  if (run.kind === 'off') return offLines(run);
  if (run.kind === 'broken-config') {
    const problems = run.problems.map(
      ({ line, column, severity, message, fix }) =>
        `${run.path}:${line}:${column} ${severity}: ${message} ${fix}`,
    );
    return [...problems, ...toldLines(run, planLine, doneLine)];
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
    ...lackLines(run),
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
      ? '**Nothing to change.**'
      : `**Planned: ${countWords(planned, 'change')}.** Nothing was written.`;
  }
  const done = changes(run).length;
  const all = [...run.applied, ...(run.checks?.applied ?? [])];
  const failed = all.filter(({ outcome }) => outcome === 'failed').length;
  if (failed > 0) return `**${countWords(done, 'change')} made, ${failed} failed.**`;
  if (done > 0) return `**${countWords(done, 'change')} made.**`;
  return '**Nothing to change.** Nothing was written.';
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
      ({ line, column, severity, message, fix }) =>
        `- ${codeSpan(`${path}:${line}:${column}`)} ${severity}: ${escapeMarkdown(message)} ${escapeMarkdown(fix)}`,
    )
    .join('\n');
}
