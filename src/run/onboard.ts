// Asks a repository without a config for its first one: looks, decides, previews, and opens one pull request.
import type { AskForecast } from '../config-check/mails.ts';
import { day, dayAt } from '../domain/day.ts';
import { ONBOARDING_TITLE } from '../domain/onboarding.ts';
import type { OpenPull } from '../domain/pull-operation.ts';
import { isBot, ownAccounts } from '../github/accounts.ts';
import { apply } from '../github/apply/apply.ts';
import type { Start } from '../github/config/read-config.ts';
import { allUnknown } from '../github/observe.ts';
import { readSeen } from '../github/onboarding/read-seen.ts';
import { type Asked, type Draft, decideOnboarding } from '../onboard/decide.ts';
import { notes } from '../onboard/notes.ts';
import { renderOnboarding } from '../onboard/render.ts';
import { blobId } from '../text/blob-id.ts';
import { ONBOARDING_BRANCH } from '../text/own-branch.ts';
import type { CheckScope } from './check-config.ts';
import { judgeProposal } from './judge-proposal.ts';
import type { Judge } from './judgement.ts';
import { lookAtProposal } from './look-at-proposal.ts';
import { type Prepared, prepareFile, readerOf } from './prepare.ts';

export interface OnboardScope extends Pick<CheckScope, 'github' | 'now' | 'prepare' | 'judge' | 'reach'> {
  readonly path: string;
  /** Login of who installed the App or started the Action. */
  readonly by?: string | undefined;
  /** A maintainer asks for it. */
  readonly isAsked?: boolean;
  /** Permissions that the token is known to lack. */
  readonly lacks?: readonly string[];
  /** Absent where nobody counts emails. */
  readonly forecast?: AskForecast | undefined;
  /** Asked right before the first write: why there may be no further pull request today. */
  readonly mayOpen?: (() => Promise<string | undefined>) | undefined;
}

/** `later`: emails are being counted, and whoever counts asks for another run. */
export type Onboarded =
  | { readonly kind: 'opened'; readonly number: number }
  | { readonly kind: 'open'; readonly number: number }
  | {
      readonly kind: 'none';
      readonly why: string;
      /** Somebody asked who may not. */
      readonly isRefused?: true;
      /** A permission is missing: nothing comes of it until people grant that. */
      readonly isLacking?: true;
    }
  | { readonly kind: 'planned'; readonly operation: OpenPull }
  | { readonly kind: 'later' };

/** `start` is what the first request of the run brought: no config is there. `plan` writes nothing. */
export async function onboard(
  scope: OnboardScope,
  start: Start,
  mode: 'apply' | 'plan' = 'apply',
): Promise<Onboarded> {
  if (!start.pulls.known) return none(notes.unread(start.pulls.why));
  const read = await readSeen(scope.github, scope.path);
  if (!read.known) return none(notes.unread(read.why));
  const { seen, name } = read.value;
  const others = start.pulls.value.filter(({ branch, fork }) => fork || branch !== ONBOARDING_BRANCH);
  const decision = decideOnboarding(seen, {
    ...askedOf(scope, start),
    proposals: others.map(({ number }) => number),
  });
  if ('why' in decision)
    return decision.open === undefined
      ? { kind: 'none', ...decision }
      : { kind: 'open', number: decision.open };
  // GitHub follows a former name in what is read; what is written goes by the name of today.
  const here = { ...scope, github: { ...scope.github, ...name } };
  const drafted = await draftOf(here, start, decision.drafts);
  if (drafted === 'later') return { kind: 'later' };
  if (drafted === undefined) return none(notes.noDraft());
  const why = mode === 'plan' ? undefined : await scope.mayOpen?.();
  if (why !== undefined) return none(why);
  const operation = operationOf(scope.path, drafted);
  return mode === 'plan' ? { kind: 'planned', operation } : await open(here, start, operation);
}

function none(why: string): Extract<Onboarded, { kind: 'none' }> {
  return { kind: 'none', why };
}

function askedOf(
  { now, path, by, isAsked = false, lacks = [] }: OnboardScope,
  { viewer }: Start,
): Omit<Asked, 'proposals'> {
  const slug = viewer.replace(/\[bot\]$/, '');
  const isKnown = !isBot(viewer) || slug === 'relcomms' || slug === 'github-actions';
  return { today: dayAt(now, 'UTC'), path, by, isAsked, lacks, app: isKnown ? undefined : slug };
}

interface Drafted {
  readonly draft: Draft;
  readonly prepared: Prepared;
  /** Markdown. */
  readonly preview: string;
}

/** The first draft that is a good config, with what merging it would do. */
async function draftOf(
  scope: OnboardScope,
  start: Start,
  drafts: readonly Draft[],
): Promise<Drafted | 'later' | undefined> {
  for (const draft of drafts) {
    const prepared = prepareFile(fileOf(draft), scope.now, readerOf(scope));
    if (prepared === undefined || 'problems' in prepared) continue;
    // oxlint-disable-next-line no-await-in-loop -- it ends with the first that is good
    const preview = await previewOf(scope, start, draft);
    return preview === 'later' ? preview : { draft, prepared, ...preview };
  }
  return undefined;
}

function fileOf({ text }: Draft) {
  return { kind: 'file', text, id: blobId(text) } as const;
}

/** The words of the check that the pull request is going to get. */
async function previewOf(
  scope: OnboardScope,
  start: Start,
  draft: Draft,
): Promise<{ readonly preview: string } | 'later'> {
  const { github, now, path, forecast } = scope;
  const mails = forecast?.(undefined, draft.text);
  if (mails === 'later') return mails;
  const { owner, repo } = github;
  const { viewer } = start;
  const eyes = { ...scope, accounts: ownAccounts(viewer, 'relcomms'), viewer };
  const brief = {
    head: fileOf(draft),
    base: { kind: 'missing' },
    path,
    pull: 0,
    repository: { owner, repo },
    now,
  } as const;
  const here: Judge = (asked, lookFor) => judgeProposal(asked, lookFor, scope);
  const judged = await (scope.judge ?? here)(brief, async (wanted) => ({
    looks: await lookAtProposal(eyes, undefined, wanted),
    mails,
  }));
  if (judged === 'later') return judged;
  const preview = 'kind' in judged ? 'The check of this pull request says it.' : judged.summary;
  return { preview };
}

function operationOf(path: string, { draft, prepared, preview }: Drafted): OpenPull {
  return {
    kind: 'open-pull',
    branch: ONBOARDING_BRANCH,
    title: ONBOARDING_TITLE,
    body: renderOnboarding({ draft, releases: prepared.releases, preview, path }),
    path,
    content: draft.text,
    entry: '',
    isNew: true,
  };
}

async function open({ github }: OnboardScope, { viewer }: Start, operation: OpenPull): Promise<Onboarded> {
  const setting = { accounts: ownAccounts(viewer, 'relcomms'), since: EVER };
  const observation = allUnknown('nothing is looked at to open it');
  const planned = { ...operation, duty: 'onboarding', why: 'the repository has no config yet' };
  const [applied] = await apply(github, [planned], { setting, observation });
  if (applied?.number === undefined)
    return { ...none(notes.refused(applied?.detail ?? 'GitHub gave no number')), isLacking: true };
  return { kind: 'opened', number: applied.number };
}

const EVER = day('1970-01-01');
