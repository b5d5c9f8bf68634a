// Asks repositories without a config for their first one: once a day or when something says so, a few a day for an owner.
import type { AskForecast } from '../config-check/mails.ts';
import type { Instant } from '../domain/day.ts';
import { isLogin } from '../domain/login.ts';
import type { Start } from '../github/config/read-config.ts';
import { permissionOf } from '../github/facts/commands/rights.ts';
import { type Reached, listReached } from '../github/onboarding/list-reached.ts';
import { openedLately } from '../github/onboarding/opened-lately.ts';
import { MOST_A_DAY, lacking } from '../onboard/limits.ts';
import { notes } from '../onboard/notes.ts';
import { type OnboardScope, type Onboarded, onboard } from '../run/onboard.ts';
import type { Hint } from './hint.ts';
import { DAY, nameOf } from './looks.ts';

export interface OnboardingVisit extends Pick<
  OnboardScope,
  'github' | 'now' | 'prepare' | 'judge' | 'reach'
> {
  readonly hint: Hint;
  readonly start: Start;
  readonly path: string;
  readonly forecast: AskForecast | undefined;
  /** Of the token; undefined where GitHub did not say. */
  readonly permissions: () => Promise<Readonly<Record<string, string>> | undefined>;
}

export interface Onboarding {
  /** Called when a run found no config. Undefined: it is not this repository's turn. */
  visit(visit: OnboardingVisit): Promise<Onboarded | undefined>;
}

export function startOnboarding(): Onboarding {
  /** When each repository was looked at, and what each installation reaches: both may be lost. */
  const looked = new Map<string, Instant>();
  const reached = new Map<number, Reached & { readonly at: Instant }>();
  const lines = new Map<number, Promise<unknown>>();

  const reachedBy = async ({ hint, github, now }: OnboardingVisit): Promise<Reached> => {
    const known = reached.get(hint.installation);
    const isNew = known !== undefined && known.repositories.every((one) => nameOf(one) !== nameOf(hint));
    if (known !== undefined && now - known.at < DAY && (known.isAll || !isNew)) return known;
    const found = { ...(await listReached(github)), at: now };
    reached.set(hint.installation, found);
    return found;
  };

  const look = async (visit: OnboardingVisit): Promise<Onboarded> => {
    const { hint, now, github } = visit;
    const isAsked = await mayAsk(visit);
    if (isAsked === 'refused') return { kind: 'none', why: notes.noMaintainer(), isRefused: true };
    const { isAll, repositories } = await reachedBy(visit);
    if (isAll && !isAsked) return { kind: 'none', why: notes.everywhere() };
    const mayOpen = async (): Promise<string | undefined> => {
      const count = await openedLately(github, repositories, (now - DAY) as Instant);
      return count < MOST_A_DAY ? undefined : notes.enough(MOST_A_DAY);
    };
    return await onboard(
      {
        ...visit,
        by: hint.onboard?.asked ?? hint.onboard?.by,
        isAsked,
        lacks: lacking(await visit.permissions()),
        mayOpen: isAsked ? undefined : mayOpen,
      },
      visit.start,
    );
  };

  return {
    visit: async (visit) => {
      const { hint, now } = visit;
      const last = looked.get(nameOf(hint));
      if (hint.onboard === undefined && last !== undefined && now - last < DAY) return undefined;
      // One after the other, so that each counts those before it.
      const before = lines.get(hint.installation) ?? Promise.resolve();
      const turn = before.then(() => look(visit));
      const ended = turn.catch(() => {});
      lines.set(hint.installation, ended);
      void ended.then(() => lines.get(hint.installation) === ended && lines.delete(hint.installation));
      const made = await turn;
      if (made.kind !== 'later') looked.set(nameOf(hint), now);
      return made;
    },
  };
}

/** Whether a maintainer asks for it, as a comment says that somebody does. */
async function mayAsk({ hint, github }: OnboardingVisit): Promise<boolean | 'refused'> {
  const asked = hint.onboard?.asked;
  if (asked === undefined || !isLogin(asked)) return false;
  const permission = await permissionOf(github, asked);
  return permission === 'admin' || permission === 'maintain' ? true : 'refused';
}
