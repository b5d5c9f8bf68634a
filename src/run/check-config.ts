// Checks the config in pull requests: looks for those that lack a check, has them judged, makes their checks.
import type { Checks } from '../config-check/checks.ts';
import type { AskForecast } from '../config-check/mails.ts';
import { renderCheck } from '../config-check/render.ts';
import { CHECK_NAME } from '../domain/check-name.ts';
import { day } from '../domain/day.ts';
import type { Skip } from '../domain/desired.ts';
import type { Known } from '../domain/known.ts';
import type { Operation } from '../domain/operation.ts';
import { ownAccounts } from '../github/accounts.ts';
import { apply } from '../github/apply/apply.ts';
import type { ConfigPull } from '../github/config/config-pulls.ts';
import type { ConfigFile, Start } from '../github/config/read-config.ts';
import { readHeads } from '../github/config/read-heads.ts';
import { failureWords } from '../github/failure.ts';
import { allUnknown, lacksSomething } from '../github/observe.ts';
import { foreseeCleanup } from './foresee-cleanup.ts';
import { idOfCheck, isSaid } from './check-holds.ts';
import { type ReadConfig, judgeProposal, readingOf, workingOf } from './judge-proposal.ts';
import type { CheckOutput, Judge, Looked, Wanted } from './judgement.ts';
import { lookAtProposal } from './look-at-proposal.ts';
import { type Pending, pullsToCheck, skipped } from './pulls-to-check.ts';
import type { Run } from './reconcile.ts';
import type { Scope } from './scope.ts';

/** Most checks of one run; further pull requests wait for the next. */
const MOST = 10;

/** One config that takes all that it may take is enough for a run. */
const AFTER_OVER = 'another one could not be checked; the next run continues';

export interface CheckScope extends Scope {
  /** A commit whose check somebody asked for anew: GitHub keeps that wish nowhere else. */
  readonly again?: string | undefined;
  /** Absent where nobody counts mails. */
  readonly forecast?: AskForecast | undefined;
  /**
   * Judges what is proposed. Absent: it is judged here, and holds everything else up as long as that takes. Who works
   * for others has it judged in a process of its own, since a config may come from anybody.
   */
  readonly judge?: Judge | undefined;
}

/** What is the same for all pull requests of a run. */
interface Setting {
  readonly scope: CheckScope;
  readonly start: Start;
  readonly path: string;
  /** Never what a pull request says: whose checks and issues are ours is for the default branch to tell. */
  readonly accounts: readonly string[];
  readonly base: ReadConfig;
  /** What tells whether a check still holds: made for this head, against this config, and lacking nothing. */
  readonly complete: string;
}

/** The checks that are missing, and why others can't be made. Reads only. */
export async function planChecks(scope: CheckScope, { start, path }: Run): Promise<Checks> {
  if (start === undefined) return NO_CHECKS;
  if (!start.pulls.known) return { ...NO_CHECKS, skips: [skipped('pull requests', start.pulls.why)] };
  if (start.pulls.value.length === 0) return NO_CHECKS;
  const setting = settingOf(scope, start, path);
  const { pending, skips } = await pullsToCheck({ ...setting, viewer: start.viewer }, start.pulls.value);
  const now = pending.slice(0, MOST);
  const files =
    now.length === 0
      ? []
      : await readHeads(
          scope.github,
          now.map(({ pull }) => pull),
          path,
        );
  const operations: Operation[] = [];
  let over = false;
  for (const [index, one] of now.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- few, and each looks at GitHub
    const checked: Checked | Skip = over
      ? skipped(one.pull, AFTER_OVER)
      : await check(setting, one, files[index]);
    if ('operations' in checked) operations.push(...checked.operations);
    else skips.push(checked);
    over ||= 'operations' in checked && checked.over;
  }
  const left = pending
    .slice(MOST)
    .map(({ pull }) => skipped(pull, `one run creates ${MOST} checks; the next continues`));
  return { operations, applied: [], skips: [...skips, ...left] };
}

/** Makes the checks that were planned. */
export async function applyChecks({ github }: Scope, { start }: Run, checks: Checks): Promise<Checks> {
  if (checks.operations.length === 0 || start === undefined) return checks;
  const observation = allUnknown('a check needs no look');
  const setting = { accounts: [start.viewer], since: EVER };
  return { ...checks, applied: await apply(github, checks.operations, { setting, observation }) };
}

const EVER = day('1970-01-01');
const NO_CHECKS: Checks = { operations: [], applied: [], skips: [] };

function settingOf(scope: CheckScope, start: Start, path: string): Setting {
  const base = readingOf(start.config, scope.now, scope);
  const accounts = ownAccounts(start.viewer, base.prepared?.config.app ?? 'relcomms');
  const against = start.config.kind === 'missing' ? 'none' : start.config.id;
  return { scope, start, path, accounts, base, complete: `${path}@${against}` };
}

interface Checked {
  /** None where the check that stands says the same. */
  readonly operations: readonly Operation[];
  /** Whether judging it took all that it may take. */
  readonly over: boolean;
}

async function check(
  setting: Setting,
  { pull, checks }: Pending,
  file: Known<ConfigFile> | undefined,
): Promise<Checked | Skip> {
  if (file?.known !== true)
    return skipped(pull, `its config could not be read (${file?.why ?? 'no answer'})`);
  const { scope, path, start, complete } = setting;
  const head = file.value;
  const here: Judge = (brief, look) => judgeProposal(brief, look, scope);
  let lacks = false;
  try {
    const { owner, repo } = scope.github;
    const where = { path, pull: pull.number, repository: { owner, repo } };
    const brief = { head, base: start.config, ...where, now: scope.now };
    const judged = await (scope.judge ?? here)(brief, async (wanted) => {
      const looked = await lookFor(setting, { head, wanted, pull });
      lacks = looked !== 'later' && lacksSomething(looked.looks);
      return looked;
    });
    if (judged === 'later') return skipped(pull, 'relcomms is counting its emails, and the check follows');
    const externalId = idOfCheck(complete, lacks);
    if (lacks && isSaid(checks, start.viewer, externalId)) return { operations: [], over: false };
    const output = 'kind' in judged ? renderCheck(judged, path) : judged;
    return { operations: [operationOf(setting, pull, { ...output, externalId })], over: 'kind' in judged };
  } catch (error) {
    return skipped(pull, `it could not be checked (${failureWords(error)})`);
  }
}

interface Sought {
  readonly head: ConfigFile;
  readonly wanted: Wanted;
  readonly pull: ConfigPull;
}

async function lookFor(setting: Setting, { head, wanted, pull }: Sought): Promise<Looked | 'later'> {
  const { scope, base, path, accounts, start } = setting;
  if (wanted.switchesOff) {
    const asked = { ...scope, accounts, sections: base.prepared?.config.sections };
    return { looks: { why: 'it switches relcomms off' }, cleanup: await foreseeCleanup(asked, pull.number) };
  }
  const mails = forecastOf(setting, head, wanted);
  if (mails === 'later') return mails;
  const eyes = { ...scope, path, accounts, viewer: start.viewer };
  return { looks: await lookAtProposal(eyes, workingOf(base).prepared, wanted), mails };
}

/** Without a release there is no cycle to count in. */
function forecastOf(
  { scope, base }: Setting,
  head: ConfigFile,
  { hasRelease }: Wanted,
): ReturnType<AskForecast> | undefined {
  if (!hasRelease || head.kind !== 'file') return undefined;
  const { prepared } = workingOf(base);
  return scope.forecast?.(prepared?.releases[0] && prepared.text, head.text);
}

function operationOf(
  { path }: Setting,
  pull: ConfigPull,
  output: CheckOutput & { readonly externalId: string },
): Operation {
  return {
    kind: 'create-check',
    pull: pull.number,
    head: pull.head,
    name: CHECK_NAME,
    ...output,
    duty: 'config-check',
    why: `#${pull.number} changes ${path}, and its newest commit has no check against the config of today`,
  };
}
