// What could not be read about candidates, deployments, and answers on Slack, for the report.
import type { Skip } from '../../domain/desired.ts';
import { DUTY, type EnvironmentsInput } from './input.ts';
import { render } from './render.ts';

/** What could not be read is named: nothing is taken for ready or confirmed by it. */
export function unread({ observed: { candidates, seen }, teams }: EnvironmentsInput): Skip[] {
  const { pulls, deployments } = candidates;
  const silent = seen.flatMap(({ team, milestone, answer }) =>
    milestone.startsWith('environment/') && typeof answer === 'object'
      ? [{ name: teams[team]?.github ?? team, why: answer.unread }]
      : [],
  );
  const reasons = [...new Set(silent.map(({ why }) => why))];
  const found: (readonly [what: string, why: string])[] = [
    ...(pulls.known ? [] : [[render.unreadPulls(), pulls.why] as const]),
    ...(pulls.known ? pulls.value : []).flatMap(({ number, check }) =>
      check.known ? [] : [[render.unreadCheck(number), check.why] as const],
    ),
    ...deployments.flatMap(({ name, found: one }) =>
      one.known ? [] : [[render.unread(name), one.why] as const],
    ),
    ...reasons.map((why) => {
      const names = silent.flatMap((one) => (one.why === why ? [one.name] : []));
      return [render.unreadReactions(names), why] as const;
    }),
  ];
  return found.map(([what, why]) => ({ duty: DUTY, what, why }));
}
