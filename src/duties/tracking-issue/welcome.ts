// Tells everybody with a role once that the cycle has begun: the only message of its first day.
import { type Day, addDays, dayAt } from '../../domain/day.ts';
import type { Desired } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Input } from './input.ts';
import { render } from './render.ts';
import { type Welcomed, renderWelcome } from './render-welcome.ts';
import { entryKey } from './stage.ts';

/** Days after the opening in which it is made up for; later everybody has seen the issue. */
const MADE_UP_WITHIN = 3;

/** Whose part is over, but for the tasks that are assigned to them, does not follow the cycle. */
const FORMER = /^former\b/;

/** Nothing before the log is there: nobody follows the issue while that is begun. */
export function welcomeTo(release: Release, found: OwnIssue | undefined, input: Input): Desired[] {
  if (found?.ledger === undefined) return [];
  const today = dayAt(input.now, release.timezone);
  const opened = openedOn(release, found);
  if (opened === undefined || today > addDays(opened, MADE_UP_WITHIN)) return [];
  const people = peopleOf(release);
  const key = entryKey(release, 'welcome');
  if (found.ledger.entries.some((entry) => entry.key === key)) return [];
  const issue = trackingKey(release);
  const why = render.whyWelcome();
  const isQuiet = (login: string): boolean => input.isQuiet(login, release.version);
  const entry: Desired = {
    kind: 'entry',
    issue,
    key,
    day: today,
    text: render.welcomeEntry(people.map(({ login }) => login)),
    why,
  };
  if (people.length === 0) return [entry];
  return [
    { kind: 'comment', issue, key, entry: key, body: renderWelcome(release, people, isQuiet), why },
    entry,
  ];
}

/** Everybody with a role in this cycle, each once. */
function peopleOf(release: Release): Welcomed[] {
  const people = new Map<string, { login: string; roles: string[] }>();
  for (const [role, logins] of Object.entries(release.roles)) {
    if (FORMER.test(role)) continue;
    for (const login of logins) {
      const person = people.get(login.toLowerCase()) ?? { login, roles: [] };
      person.roles.push(role);
      people.set(login.toLowerCase(), person);
    }
  }
  return [...people.values()];
}

function openedOn(release: Release, { ledger }: OwnIssue): Day | undefined {
  return ledger?.entries.find(({ key }) => key === entryKey(release, 'opened'))?.day;
}
