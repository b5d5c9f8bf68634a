// Which tasks of a release relcomms carries out itself by its config, and which of them are done.
import type { Release, Task } from '../domain/release.ts';
import type { HeardDuty } from '../domain/standing.ts';
import type { TaskSpec } from '../domain/spec.ts';
import type { CarriesOut, CarryContext, CarryScene, Proof } from './carries-out.ts';

/** What duties declare, by the names of their sections. */
export type Carriers = Readonly<
  // oxlint-disable-next-line typescript/no-explicit-any -- a list of duties with different configs has no closer type
  Record<string, { readonly carriesOut?: readonly CarriesOut<any>[] | undefined }>
>;

/** A config, as far as it decides who carries out what. */
interface Switches extends Omit<CarryContext<unknown>, 'config' | 'release'> {
  /** Decoded, by name; an absent one is off. */
  readonly sections: Readonly<Record<string, unknown>>;
}

/** The release with the tasks that relcomms carries out: nobody holds them while that is so. */
export function withCarriers(
  release: Release,
  written: readonly TaskSpec[],
  carriers: Carriers,
  switches: Switches,
): Release {
  const names = new Map(
    written.flatMap(({ id, doneBy = [] }) => (doneBy.length === 0 ? [] : [[id, doneBy]])),
  );
  if (names.size === 0) return release;
  const tasks = release.tasks.map((task): Task => {
    const asked = names.get(task.part?.of ?? task.occurrence?.of ?? task.id) ?? [];
    const doneBy = asked.find((name) => isOn(name, release, carriers, switches));
    return doneBy === undefined ? task : { ...task, doneBy, holders: [] };
  });
  return { ...release, tasks };
}

function isOn(name: string, release: Release, carriers: Carriers, switches: Switches): boolean {
  const { sections, audiences, teams } = switches;
  const found = findCarrier(name, carriers);
  const config = found && sections[found.section];
  if (found === undefined || config === undefined) return false;
  return found.carrier.isOn?.({ config, release, audiences, teams }) ?? true;
}

/** `slack.dates` is what the section `slack` declares as `dates`. */
function findCarrier(name: string, carriers: Carriers) {
  const [section = '', part = ''] = name.split('.');
  const own = Object.hasOwn(carriers, section) ? carriers[section]?.carriesOut : undefined;
  const carrier = own?.find((one) => one.name === part);
  return carrier === undefined ? undefined : { section, carrier };
}

/** Those that are done, by id of the task. A duty that could not read or watch what it needs proves nothing. */
export function carriedOut(
  { release, tracking, now }: Pick<CarryScene<unknown>, 'release' | 'tracking' | 'now'>,
  carriers: Carriers,
  { sections, audiences, teams }: Switches,
  heard: readonly HeardDuty[],
): ReadonlyMap<string, Proof> {
  const proofs = release.tasks.flatMap((task): [string, Proof][] => {
    const found = task.doneBy === undefined ? undefined : findCarrier(task.doneBy, carriers);
    const config = found && sections[found.section];
    if (found === undefined || config === undefined) return [];
    if (heard.some((one) => one.name === found.section && isBlind(one, release))) return [];
    const proof = found.carrier.proof(task, { config, release, audiences, teams, tracking, now });
    return proof === undefined ? [] : [[task.id, proof]];
  });
  return new Map(proofs);
}

/** Whether it could not answer, or watches nothing of the release. */
function isBlind({ why, lacks = [] }: HeardDuty, { version }: Release): boolean {
  const isWhole = lacks.some(({ kinds, release = version }) => kinds === undefined && release === version);
  return why !== undefined || isWhole;
}

/** Whether a box waits for a message of that key: its name stands behind version and section. */
export function isAwaited(key: string, { tasks }: Release, carriers: Carriers): boolean {
  const [, section = '', ...rest] = key.split('/');
  const name = rest.join('/');
  return tasks.some(({ doneBy }) => {
    const found = doneBy === undefined ? undefined : findCarrier(doneBy, carriers);
    const messages = found?.section === section ? found.carrier.messages : undefined;
    return messages !== undefined && name.startsWith(messages);
  });
}
