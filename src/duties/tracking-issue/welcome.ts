// Tells everybody with a role once that the cycle has begun: the only message of its first day.
import { type Day, addDays, dayAt } from '../../domain/day.ts';
import type { Desired } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Input } from './input.ts';
import { render } from './render.ts';
import { type Started, type Welcomed, renderWelcome } from './render-welcome.ts';
import { entryKey } from './stage.ts';

/** Days after the opening in which it is made up for; later everybody has seen the issue. */
const MADE_UP_WITHIN = 3;

/** Whose part is over, but for the tasks that are assigned to them, does not follow the cycle. */
const FORMER = /^former\b/;

/**
 * Nothing before the log is there: nobody follows the issue while that is begun. Releases that start on one day are
 * announced together, in the issue of the first.
 */
export function welcomeTo(release: Release, found: OwnIssue | undefined, input: Input): Desired[] {
  if (found?.ledger === undefined) return [];
  const today = dayAt(input.now, release.timezone);
  const opened = openedOn(release, found);
  if (opened === undefined || today > addDays(opened, MADE_UP_WITHIN)) return [];
  const together = startedOn(opened, input);
  const [host] = together;
  const people = host?.release === release ? peopleOf(together.map((one) => one.release)) : [];
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
    text:
      host === undefined || host.release === release
        ? render.welcomeEntry(people.map(({ login }) => login))
        : render.welcomeElsewhere(host.found.number),
    why,
  };
  if (people.length === 0) return [entry];
  return [
    {
      kind: 'comment',
      issue,
      key,
      entry: key,
      body: renderWelcome(together, people, isQuiet),
      isFirst: true,
      why,
    },
    entry,
  ];
}

/** Releases whose issues were opened that day and are open, in the order of the config. */
function startedOn(day: Day, { releases, observed }: Input): Started[] {
  return releases.flatMap((release) => {
    const found = observed.ownIssues.find(({ key }) => key === trackingKey(release));
    return found?.state === 'open' && openedOn(release, found) === day ? [{ release, found }] : [];
  });
}

/** Everybody with a role in one of these cycles, each once. */
function peopleOf(releases: readonly Release[]): Welcomed[] {
  const people = new Map<string, { login: string; roles: Set<string> }>();
  for (const [role, logins] of releases.flatMap(({ roles }) => Object.entries(roles))) {
    if (FORMER.test(role)) continue;
    for (const login of logins) {
      const person = people.get(login.toLowerCase()) ?? { login, roles: new Set() };
      person.roles.add(role);
      people.set(login.toLowerCase(), person);
    }
  }
  return [...people.values()].map(({ login, roles }) => ({ login, roles: [...roles] }));
}

function openedOn(release: Release, { ledger }: OwnIssue): Day | undefined {
  return ledger?.entries.find(({ key }) => key === entryKey(release, 'opened'))?.day;
}
