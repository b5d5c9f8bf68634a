// Checks the config in pull requests: looks for those that lack a check, judges them, makes their checks.
import { mergedYaml } from '../config/merged-yaml.ts';
import { PRESETS } from '../config/presets.ts';
import type { Checks } from '../config-check/checks.ts';
import { type Reading, judge } from '../config-check/judge.ts';
import type { AskForecast, MailForecast } from '../config-check/mails.ts';
import { renderCheck } from '../config-check/render.ts';
import { CHECK_NAME } from '../domain/check-name.ts';
import { day, dayAt } from '../domain/day.ts';
import type { Skip } from '../domain/desired.ts';
import type { Operation } from '../domain/operation.ts';
import { DUTIES, sectionsOf } from '../duties/index.ts';
import { ownAccounts } from '../github/accounts.ts';
import { apply } from '../github/apply/apply.ts';
import { failureWords } from '../github/failure.ts';
import type { ConfigPull } from '../github/config/config-pulls.ts';
import { type OwnCheck, findChecks } from '../github/config/find-checks.ts';
import { allUnknown } from '../github/observe.ts';
import type { ConfigFile, Start } from '../github/config/read-config.ts';
import { readHeads } from '../github/config/read-heads.ts';
import { type Prepared, prepareFile, readerOf } from './prepare.ts';
import type { Run } from './reconcile.ts';
import type { Scope } from './scope.ts';
import { statesOf } from './section-states.ts';
import { comparePlans } from './compare-plans.ts';
import type { Known } from '../domain/known.ts';

/** Most checks of one run; further pull requests wait for the next. */
const MOST = 10;

export interface CheckScope extends Scope {
  /** A commit whose check somebody asked for anew: GitHub keeps that wish nowhere else. */
  readonly again?: string | undefined;
  /** Absent where nobody counts mails. */
  readonly forecast?: AskForecast | undefined;
}

/** What is the same for all pull requests of a run. */
interface Setting {
  readonly scope: CheckScope;
  readonly start: Start;
  readonly path: string;
  /** Never what a pull request says: whose checks and issues are ours is for the default branch to tell. */
  readonly accounts: readonly string[];
  readonly base: Reading & { readonly prepared?: Prepared };
  /** What tells whether a check still holds: made for this head, against this config. */
  readonly externalId: string;
}

/** The checks that are missing, and why others can't be made. Reads only. */
export async function planChecks(scope: CheckScope, { start, path }: Run): Promise<Checks> {
  if (start === undefined) return NO_CHECKS;
  if (!start.pulls.known) return { ...NO_CHECKS, skips: [skipped('pull requests', start.pulls.why)] };
  if (start.pulls.value.length === 0) return NO_CHECKS;
  const setting = settingOf(scope, start, path);
  const { pending, skips } = await lacking(setting, start.pulls.value);
  const now = pending.slice(0, MOST);
  const files = now.length === 0 ? [] : await readHeads(scope.github, now, path);
  const operations: Operation[] = [];
  for (const [index, pull] of now.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- few, and each looks at GitHub
    const checked = await check(setting, pull, files[index]);
    if ('kind' in checked) operations.push(checked);
    else skips.push(checked);
  }
  const left = pending
    .slice(MOST)
    .map((pull) => skipped(pull, `one run makes ${MOST} checks; the next goes on`));
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
  const base = readingOf(start.config, scope);
  const accounts = ownAccounts(start.viewer, base.prepared?.config.app ?? 'relcomms');
  const against = start.config.kind === 'missing' ? 'none' : start.config.id;
  return { scope, start, path, accounts, base, externalId: `${path}@${against}` };
}

/** Pull requests without a check of ours that holds. */
async function lacking(setting: Setting, pulls: readonly ConfigPull[]) {
  const pending: ConfigPull[] = [];
  const skips: Skip[] = [];
  for (const pull of pulls) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- few pull requests change the config at once
      if (!(await isChecked(setting, pull))) pending.push(pull);
    } catch (error) {
      skips.push(skipped(pull, `its checks could not be read (${failureWords(error)})`));
    }
  }
  return { pending, skips };
}

/** Our own check that no longer holds is renewed, even when another account of ours has made one that does. */
async function isChecked(
  { scope, start, accounts, externalId }: Setting,
  pull: ConfigPull,
): Promise<boolean> {
  if (pull.head === scope.again) return false;
  const checks = await findChecks(scope.github, pull.head, CHECK_NAME, accounts);
  const holds = (made: OwnCheck): boolean => made.done && made.externalId === externalId;
  return checks.some(holds) && checks.every((made) => made.account !== start.viewer || holds(made));
}

async function check(
  setting: Setting,
  pull: ConfigPull,
  file: Known<ConfigFile> | undefined,
): Promise<Operation | Skip> {
  if (file?.known !== true)
    return skipped(pull, `its config could not be read (${file?.why ?? 'no answer'})`);
  try {
    const head = readingOf(file.value, setting.scope);
    const mails = forecastOf(setting, head);
    if (mails === 'later') return skipped(pull, 'its mails are being counted, and the check follows');
    return await judged(setting, pull, head, mails);
  } catch (error) {
    return skipped(pull, `it could not be judged (${failureWords(error)})`);
  }
}

/** Without a release there is no cycle to count in. */
function forecastOf({ scope, base }: Setting, head: Setting['base']): ReturnType<AskForecast> | undefined {
  const [before, after] = [base, head].map(({ prepared: p }) => (p?.releases[0] ? p.text : undefined));
  return after === undefined ? undefined : scope.forecast?.(before, after);
}

async function judged(
  setting: Setting,
  pull: ConfigPull,
  head: Setting['base'],
  mails: Known<MailForecast> | undefined,
): Promise<Operation> {
  const { scope, path, base, accounts, externalId, start } = setting;
  const { prepared } = head;
  const look = { ...scope, path, accounts, viewer: start.viewer };
  const verdict = judge({
    head,
    base,
    comparison:
      prepared === undefined
        ? { why: 'it is not good' }
        : await comparePlans(look, pull.number, base.prepared, prepared),
    mails,
    merged: prepared === undefined ? [] : mergedYaml(prepared.text, PRESETS, sectionsIn(scope)),
    today: dayAt(scope.now, prepared?.config.schedule.timezone ?? 'UTC'),
  });
  const why = `#${pull.number} changes ${path}, and its newest commit has no check against the config of today`;
  return {
    kind: 'create-check',
    pull: pull.number,
    head: pull.head,
    name: CHECK_NAME,
    externalId,
    ...renderCheck(verdict, path),
    duty: 'config-check',
    why,
  };
}

function readingOf(file: ConfigFile, scope: CheckScope): Setting['base'] {
  const prepared = prepareFile(file, readerOf(scope));
  if (prepared === undefined) return { kind: 'missing' };
  if ('problems' in prepared) return { kind: 'broken', problems: prepared.problems };
  const { releases, warnings } = prepared;
  return { kind: 'good', releases, warnings, sections: statesOf(prepared, scope), prepared };
}

function sectionsIn({ duties = DUTIES }: CheckScope): string[] {
  return Object.keys(sectionsOf(duties));
}

function skipped(pull: ConfigPull | 'pull requests', why: string): Skip {
  const what =
    pull === 'pull requests' ? 'check configs in pull requests' : `check the config of #${pull.number}`;
  return { duty: 'config-check', what, why };
}
