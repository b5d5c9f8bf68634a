// Tasks that the wiki page carries out: it is opened, kept, and names who is responsible.
import type { Task } from '../../domain/release.ts';
import { rowsOf } from '../../notices/rows.ts';
import { isItsTime } from '../../schedule/overdue.ts';
import { keyOf } from '../../text/marker.ts';
import type { CarriesOut, CarryScene, Proof } from '../carries-out.ts';
import type { WikiConfig } from './config.ts';

export const carriesOut: readonly CarriesOut<WikiConfig>[] = [
  { name: 'page', does: 'keeps the page of the release in the wiki', messages: 'page', proof: current },
  { name: 'contacts', does: 'keeps who is responsible on that page', messages: 'page', proof: page },
];

/** That of a task that comes again has to be current on its day. */
function current(task: Task, scene: CarryScene<WikiConfig>): Proof | undefined {
  if (task.occurrence === undefined) return page(task, scene);
  return rowOf(scene)?.failed === undefined && isItsTime(task, scene.release, scene.now)
    ? page(task, scene)
    : undefined;
}

function page(_: Task, scene: CarryScene<WikiConfig>): Proof | undefined {
  const sent = rowOf(scene)?.sent;
  return sent && { link: sent.link };
}

function rowOf({ release, tracking }: CarryScene<WikiConfig>) {
  return rowsOf(tracking).get(keyOf(release.version, 'wiki', 'page'));
}
