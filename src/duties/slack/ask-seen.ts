// The line by which a notice asks a team in its own channel whether it has seen the day.
import { namesMilestone } from '../../domain/candidate.ts';
import type { NoticeLine } from '../../domain/notice.ts';
import type { Milestone } from '../../domain/release.ts';
import { seenKey } from '../../memory/seen-key.ts';
import { ownChannel } from '../own-channel.ts';
import type { Subject } from './input.ts';
import { line, render, text } from './render.ts';
import type { Place } from '../../notices/places.ts';

/** None where a reaction would not count: elsewhere, in trials, and for days that the team has seen already. */
export function askSeen(
  { input, release, tracking }: Subject,
  milestones: readonly Milestone[],
  { slug, reach }: Place,
): NoticeLine[] {
  const team = Object.keys(input.teams).find((id) => ownChannel(id, input.teams) === slug);
  if (team === undefined || reach === 'external') return [];
  const said = new Set(tracking.ledger?.entries.map(({ key }) => key));
  const isOpen = milestones.some(
    (milestone) =>
      namesMilestone(input.told?.acknowledge ?? [], milestone) &&
      !said.has(seenKey(release, milestone, team)),
  );
  return isOpen ? [line(text(render.askSeen()))] : [];
}

/** Asked above the button, which leads to where it can be answered as well. */
export function withAsk(lines: readonly NoticeLine[], ask: readonly NoticeLine[]): NoticeLine[] {
  const found = lines.findIndex(({ button }) => button === true);
  const at = found < 0 ? lines.length : found;
  return [...lines.slice(0, at), ...ask, ...lines.slice(at)];
}
