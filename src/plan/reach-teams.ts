// The one place where teams become people: GitHub takes the name of a team for plain text where the token does not see it.
import type { Desired, Skip } from '../domain/desired.ts';
import type { Observation } from '../domain/observed.ts';
import { type Release, isRunning } from '../domain/release.ts';
import type { Instant } from '../domain/day.ts';
import { sameName, includesName } from '../people/names.ts';
import type { Quiet } from '../people/quiet.ts';
import { type StandInFacts, type StandIns, standInsFor } from '../people/stand-ins.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { mention, mentionedIn } from '../text/mention.ts';
import { changeTeams, teamsIn } from '../text/team-mentions.ts';
import { silentFor } from './hush.ts';
import { render } from './render-reach.ts';
import type { Wanted } from './wanted.ts';
import { changeWords, versionOf } from './wish-words.ts';

export interface ReachRun {
  readonly teams: StandInFacts['teams'];
  readonly releases: readonly Release[];
  readonly now: Instant;
}

export interface Reached {
  readonly wanted: readonly Wanted[];
  /** Teams of which nobody is told, or somebody else. */
  readonly skips: readonly Skip[];
}

/**
 * The wishes with people in place of teams that this token can't mention: those whom the config lists, else the lead
 * of the team, else those who lead the release. The log says so, too.
 */
export function reachTeams(
  wanted: readonly Wanted[],
  run: ReachRun,
  observation: Observation,
  quiet: Quiet,
): Reached {
  const notes = new Map<string, string>();
  const skips = new Map<string, Skip>();
  const changed = wanted.map((wish): Wanted => {
    const { duty, desired } = wish;
    const standIns = (team: string): StandIns => standInsFor(team, factsFor(desired, run, quiet));
    const before = textBefore(desired, observation);
    const dead: string[] = [];
    const said = changeWords(desired, (text) =>
      changeTeams(text, (team, live) => {
        if (canMention(team, run, observation)) return live;
        if (before !== undefined && includesName(teamsIn(before), team)) return live;
        dead.push(team);
        return inPlace(team, standIns(team), before);
      }),
    );
    for (const team of new Set(dead)) {
      const found = standIns(team);
      if (desired.kind === 'comment')
        notes.set(desired.entry, noted(notes.get(desired.entry), render.entry(team, found)));
      if (found.people.length === 0 || found.passOn)
        skips.set(team, { duty, what: render.what(team), why: render.why(found) });
    }
    return dead.length === 0 ? wish : { duty, desired: said };
  });
  return { wanted: changed.map((wish) => withNote(wish, notes)), skips: [...skips.values()] };
}

/** Unknown is no: a team that nobody asked for is as those that were. */
function canMention(team: string, { teams }: ReachRun, { teamMentions }: Observation): boolean {
  const seen = teamMentions.known ? teamMentions.value : [];
  if (includesName(seen, team)) return true;
  const isAsked = Object.values(teams).some(({ github }) => sameName(github, team));
  return !isAsked && seen.length > 0;
}

function factsFor(desired: Desired, { teams, releases, now }: ReachRun, quiet: Quiet): StandInFacts {
  const version = versionOf(desired);
  const own = releases.filter((release) => release.version === version);
  const about = own.length > 0 ? own : releases.filter((release) => isRunning(release, now));
  return { teams, roles: about.map(({ roles }) => roles), isQuiet: silentFor(desired, quiet) };
}

/** An edit adds no mention: only who is mentioned already stays so. */
function inPlace(team: string, found: StandIns, before: string | undefined): string {
  const told = before === undefined ? undefined : mentionedIn(before);
  const names = found.people.map((login) =>
    told === undefined || includesName(told, login) ? mention(login) : escapeMarkdown(login),
  );
  return render.inPlace(team, found, names);
}

/** What stands there by now, where the wish would edit it. */
function textBefore(desired: Desired, { pulls, ownIssues }: Observation): string | undefined {
  if (desired.kind === 'pull-comment') {
    const pull = pulls.known ? pulls.value.find(({ number }) => number === desired.pull) : undefined;
    return pull?.comments.known === true
      ? pull.comments.value.find(({ key }) => key === desired.key)?.body
      : undefined;
  }
  if (desired.kind !== 'issue' && desired.kind !== 'section') return undefined;
  const name = desired.kind === 'issue' ? desired.key : desired.issue;
  return ownIssues.known ? ownIssues.value.find(({ key }) => key === name)?.body : undefined;
}

function noted(before: string | undefined, note: string): string {
  return before === undefined ? note : `${before} ${note}`;
}

function withNote(wish: Wanted, notes: ReadonlyMap<string, string>): Wanted {
  const { desired } = wish;
  const note = desired.kind === 'entry' ? notes.get(desired.key) : undefined;
  if (desired.kind !== 'entry' || note === undefined) return wish;
  return { ...wish, desired: { ...desired, text: `${desired.text} ${note}` } };
}
