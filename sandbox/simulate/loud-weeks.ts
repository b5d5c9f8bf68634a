// Weeks in which somebody gets more emails than they should, beyond own assignments and answers to commands.
import { type Day, mondayOf } from '../../src/domain/day.ts';
import type { SimulatedEvent, SimulatedMessage } from './simulation.ts';

export interface PersonWeek {
  readonly login: string;
  readonly monday: Day;
  /** One line for each email: its day and its reason. */
  readonly emails: readonly string[];
}

/** Everybody's weeks with an email of that kind, the loudest first. */
export function personWeeks(events: readonly SimulatedEvent[]): PersonWeek[] {
  const weeks = new Map<string, { login: string; monday: Day; emails: string[] }>();
  for (const { day, recipients, why } of events.filter(isCounted))
    for (const login of recipients) {
      const monday = mondayOf(day);
      const week = weeks.get(`${monday} ${login}`) ?? { login, monday, emails: [] };
      week.emails.push(`${day}: ${why}`);
      weeks.set(`${monday} ${login}`, week);
    }
  return [...weeks.values()].toSorted((a, b) => b.emails.length - a.emails.length);
}

function isCounted(event: SimulatedEvent): event is SimulatedMessage {
  return (
    event.kind === 'message' &&
    event.from === 'relcomms' &&
    event.reason !== 'assigned' &&
    event.isAnswer !== true
  );
}
