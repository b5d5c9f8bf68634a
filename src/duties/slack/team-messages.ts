// Tells each team in its own channel what waits for it: approvals before a deadline (Y11), failing tests (Y12).
import { endOfDay } from '../../domain/day.ts';
import type { Standing } from '../../domain/standing.ts';
import { distinct } from '../../standing/distinct.ts';
import type { ContextTeam } from '../context-team.ts';
import { callTeam } from './calls.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { renderTeam } from './render-team.ts';
import { render } from './render.ts';
import { type Place, placeOfTeam } from '../../notices/places.ts';
import { announced } from './told-dates.ts';
import { noticeEnd } from '../../schedule/notice-end.ts';
import { type Stage, stagesOf } from '../../notices/window.ts';

export function teamMessages(subject: Subject): Message[] {
  const { input } = subject;
  if (!input.config.teamMessages) return [];
  return Object.entries(input.teams).flatMap(([id, team]) => {
    const place = placeOfTeam(team, input.config);
    return place === undefined
      ? []
      : [...waiting(subject, id, team, place), ...failing(subject, id, team, place)];
  });
}

/** Once in each stage before the next deadline, while something waits. */
function waiting(subject: Subject, id: string, team: ContextTeam, place: Place): Message[] {
  const stage = stageNow(subject);
  const items = itemsOf(subject, id, 'approval');
  if (stage === undefined || items.length === 0) return [];
  const { title, lines } = renderTeam(subject, 'approval', team, items);
  return [
    {
      name: `waiting/${id}/${stage.milestone}/${stage.name}`,
      place,
      window: stage,
      title,
      lines: [...callTeam(subject, team, stage.name), ...lines],
      why: render.whyTeam(id),
    },
  ];
}

/** Once for each set of tests that began to fail together. */
function failing(subject: Subject, id: string, team: ContextTeam, place: Place): Message[] {
  const { release, input } = subject;
  const items = itemsOf(subject, id, 'failing-test').filter(({ severity }) => severity === 'red');
  const begins = [...new Set(items.map(({ since }) => since ?? 0))];
  return begins.map((since) => ({
    name: `failing/${id}/${since}`,
    place,
    window: { from: input.now, until: endOfDay(release.end, release.timezone) },
    ...renderTeam(
      subject,
      'failing-test',
      team,
      items.filter((one) => (one.since ?? 0) === since),
    ),
    why: render.whyTeam(id),
  }));
}

function itemsOf({ input, release }: Subject, team: string, kind: string): Standing[] {
  return distinct(input.standing ?? []).filter(
    (one) => one.release === release.version && one.kind === kind && one.team === team,
  );
}

/** The stage of the nearest deadline that is due now. */
function stageNow(subject: Subject): (Stage & { readonly milestone: string }) | undefined {
  const { input, release } = subject;
  const next = announced(subject).find((one) => noticeEnd(one, release.version).deadline > input.now);
  if (next === undefined) return undefined;
  const stages = stagesOf(next, input.config.notice, release, input.source.spec.holidays);
  const stage = stages.find(({ from, until }) => from <= input.now && input.now < until);
  return stage && { ...stage, milestone: `${next.id}/${next.day}` };
}
