// What is told of one test environment, each once: it is ready, who confirmed, that it is gone, down, or to be taken down.
import { LEADING_ROLES } from '../../commands/rights.ts';
import { type Instant, dayAt, endOfDay, isoInstant } from '../../domain/day.ts';
import type { Desired } from '../../domain/desired.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { type Told, tellAudiences } from '../../notices/tell.ts';
import { uniqueNames } from '../../people/names.ts';
import { keyOf } from '../../text/marker.ts';
import { DUTY, type EnvironmentsInput } from './input.ts';
import type { Turned } from './look.ts';
import { type EnvironmentRow, rowOf } from './memory.ts';
import type { Plan } from './plans.ts';
import { type Words, goneNotice, readyNotice } from './render-notice.ts';
import { render } from './render.ts';
import { missingTeams, readyName, stateOf } from './turn.ts';

export function told(plan: Plan, look: Turned, input: EnvironmentsInput): Told {
  const row = rowOf(plan.name, look.memory);
  if (row.ready === undefined) return { desired: [], skips: [] };
  const state = stateOf(plan, row, input.now);
  const about: About = { plan, row, look, input };
  const isUp = state === 'ready' || state === 'confirmed';
  const answers = [
    ...(isUp ? [readyTold(about)] : []),
    ...(state === 'gone' ? [goneTold(about)] : []),
    { desired: [...confirmations(about), ...ends(about)], skips: [] },
    ...(state === 'expired' ? [{ desired: expiredTold(about), skips: [] }] : []),
  ];
  return {
    desired: answers.flatMap(({ desired }) => desired),
    skips: answers.flatMap(({ skips }) => skips),
  };
}

interface About {
  readonly plan: Plan;
  readonly row: EnvironmentRow;
  readonly look: Turned;
  readonly input: EnvironmentsInput;
}

function readyTold(about: About): Told {
  const { plan, row, look, input } = about;
  const key = keyFor(about, 'ready', row.ready?.at);
  const teams = missingTeams(plan, row).flatMap((id) => input.teams[id]?.github ?? []);
  const why = render.whyReady();
  const name = readyName(plan, row) ?? '';
  const notices = notify(about, name, readyNotice(plan, row, look.tracking.url), why);
  return {
    desired: [
      comment(about, key, render.ready(plan, row, teams), why),
      entry(about, key, render.readyEntry(plan, row), why, true),
      ...notices.desired,
    ],
    skips: notices.skips,
  };
}

function goneTold(about: About): Told {
  const { plan, row, look } = about;
  const key = keyFor(about, 'gone', row.ended?.at);
  const why = render.whyGone();
  const name = `gone/${plan.name}/${isoInstant(row.ended?.at ?? (0 as Instant))}`;
  const notices = notify(about, name, goneNotice(plan, row, look.tracking.url), why);
  return {
    desired: [
      comment(about, key, render.gone(plan, row, responsible(about)), why),
      entry(about, key, render.goneEntry(plan, row), why, true),
      ...notices.desired,
    ],
    skips: notices.skips,
  };
}

function confirmations(about: About): Desired[] {
  const { plan, row, input } = about;
  return row.confirmed.map(({ team, who, at }) => {
    const { version } = plan.release;
    const key = keyOf(version, 'environment', plan.name, 'can-test', isoInstant(at), team);
    const name = input.teams[team]?.github ?? team;
    const why = render.said(who ?? 'a reaction on Slack');
    return entry(about, key, render.confirmedEntry(plan, name, who), why);
  });
}

/** Log lines: somebody took it down, and that it can't be reached from here. */
function ends(about: About): Desired[] {
  const { plan, row } = about;
  const { ended, unreached, ready } = row;
  return [
    ...(ended?.how === 'down'
      ? [entry(about, keyFor(about, 'down', ended.at), render.downEntry(plan, ended.who), render.whyDown())]
      : []),
    ...(unreached === true
      ? [
          entry(
            about,
            keyFor(about, 'unreached', ready?.at),
            render.unreachedEntry(plan),
            render.whyReady(),
            true,
          ),
        ]
      : []),
  ];
}

/** Once for each day that it was planned until: a slip moves that. */
function expiredTold(about: About): Desired[] {
  const { plan } = about;
  const key = keyOf(plan.release.version, 'environment', plan.name, 'expired', plan.until);
  const why = render.whyExpired();
  return [
    comment(about, key, render.expired(plan, responsible(about)), why),
    entry(about, key, render.expiredEntry(plan), why),
  ];
}

/** Who made it ready, else who leads the release; nobody who wants no pings. */
function responsible({ plan: { release }, row, input }: About): string[] {
  const leads = LEADING_ROLES.flatMap((role) => release.roles[role] ?? []);
  const { who } = row.ready ?? {};
  return uniqueNames(who === undefined ? leads : [who]).filter(
    (login) => !input.isQuiet(login, release.version),
  );
}

function notify({ plan, row, look, input }: About, name: string, words: Words, why: string): Told {
  const { audiences = {}, teams, now } = input;
  const { messages } = input.told ?? {};
  if (messages?.paused === true) return { desired: [], skips: [] };
  const { release, tracking } = look;
  const today = dayAt(now, release.timezone);
  const subject = { duty: DUTY, release, tracking, now, today, approvals: [] };
  const from = row.ended?.at ?? row.ready?.at ?? now;
  const window = { from, until: endOfDay(plan.until, release.timezone) };
  const places = { audiences, teams, mockChannel: messages?.mockChannel };
  return tellAudiences(subject, plan.config.audiences, places, 'internal', { name, window, ...words, why });
}

function keyFor({ plan: { release, name } }: About, what: string, at: Instant | undefined): string {
  return keyOf(release.version, 'environment', name, what, isoInstant(at ?? (0 as Instant)));
}

function comment({ look: { release } }: About, key: string, body: string, why: string): Desired {
  return { kind: 'comment', issue: trackingKey(release), key, entry: key, body, why };
}

function entry(
  { look: { release }, input: { now } }: About,
  key: string,
  text: string,
  why: string,
  isShown = false,
): Desired {
  const day = dayAt(now, release.timezone);
  const issue = trackingKey(release);
  return { kind: 'entry', issue, key, day, text, ...(isShown ? { shown: true } : {}), why };
}
