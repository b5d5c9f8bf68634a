// Tasks that messages carry out: all dates, contacts, the cherry-pick deadline, the digest, and that the release is out.
import { type Day, daysBetween, parseDay } from '../../domain/day.ts';
import type { Release, Task } from '../../domain/release.ts';
import { partsOf } from '../../notices/due-names.ts';
import { type Place, internal, placesOf } from '../../notices/places.ts';
import { sentTo } from '../../notices/sent.ts';
import { isCherryPickDeadline } from '../../schedule/milestone-kind.ts';
import type { CarriesOut, CarryContext, CarryScene, Proof } from '../carries-out.ts';
import type { SlackConfig } from './config.ts';
import { PINNED, RELEASED } from './told-dates.ts';

type Context = CarryContext<SlackConfig>;
type Scene = CarryScene<SlackConfig>;

/** The pinned message has both. */
const PINNED_ONE: Pick<CarriesOut<SlackConfig>, 'messages' | 'isOn' | 'proof'> = {
  messages: PINNED,
  isOn: (context) => isHeard(context, placesOfDates(context)),
  proof: (_, scene) => sent(scene, placesOfDates(scene), (name) => name === PINNED),
};

export const carriesOut: readonly CarriesOut<SlackConfig>[] = [
  { name: 'dates', does: 'sends all dates and pins the message', ...PINNED_ONE },
  { name: 'contacts', does: 'sends who is responsible for the release, in the same message', ...PINNED_ONE },
  {
    name: 'cherry-pick-deadline',
    does: 'reminds people of the cherry-pick deadline',
    messages: 'due/',
    isOn: (context) =>
      isHeard(context, placesOfDates(context)) && context.config.notice.length > 0 && hasDeadline(context),
    proof: (_, scene) => sent(scene, placesOfDates(scene), (name) => tellsDeadline(name, scene.release)),
  },
  {
    name: 'digest',
    does: 'sends progress, obstacles, and the next deadlines',
    messages: 'digest/',
    isOn: (context) => isHeard(context, placesOfDigest(context)),
    proof: (task, scene) => sent(scene, placesOfDigest(scene), (name) => isFor(task, name, scene.release)),
  },
  {
    name: 'released',
    does: 'announces that the release is out',
    messages: RELEASED,
    isOn: (context) => isHeard(context, placesOf(context.config.released, context)),
    proof: (_, scene) => sent(scene, placesOf(scene.config.released, scene), (name) => name === RELEASED),
  },
];

/** In trials and while messages are paused nobody hears anything, so people do it. */
function isHeard({ config }: Context, places: readonly Place[]): boolean {
  return !config.paused && config.mockChannel === undefined && places.length > 0;
}

function sent(scene: Scene, places: readonly Place[], isMeant: (name: string) => boolean): Proof | undefined {
  return sentTo({ duty: 'slack', release: scene.release, tracking: scene.tracking }, places, isMeant);
}

function placesOfDates(context: Context): Place[] {
  return internal(placesOf(context.config.dates, context));
}

function placesOfDigest(context: Context): Place[] {
  const { digest } = context.config;
  return digest === undefined ? [] : internal(placesOf([digest.to], context));
}

function hasDeadline({ release, config }: Context): boolean {
  const { milestones } = config;
  return deadlinesOf(release).some((id) => milestones === undefined || milestones.includes(id));
}

function deadlinesOf({ milestones, version }: Release): string[] {
  return milestones.filter((one) => isCherryPickDeadline(one, version)).map(({ id }) => id);
}

/** `due/cherry-pick-deadline/…`, or one of several deadlines. */
function tellsDeadline(name: string, release: Release): boolean {
  return deadlinesOf(release).some(
    (id) => name.startsWith(`due/${id}/`) || partsOf(name).some((part) => part.startsWith(`${id}~`)),
  );
}

/** The digest nearest to its day, where the task comes again: each occurrence has one of its own. */
function isFor(task: Task, name: string, release: Release): boolean {
  const day = parseDay(name.replace(/^digest\//, ''));
  if (!name.startsWith('digest/') || day === undefined) return false;
  const half = gapOf(task, release) / 2;
  const late = daysBetween(task.due, day);
  return half === 0 || (-half < late && late <= half);
}

/** Days from one occurrence to the next; 0 where there is only one. */
function gapOf({ occurrence }: Task, { tasks }: Release): number {
  const all = occurrence === undefined ? [] : tasks.filter((one) => one.occurrence?.of === occurrence.of);
  const days: Day[] = all.map(({ due }) => due).toSorted();
  const [first, second] = days;
  return first === undefined || second === undefined ? 0 : daysBetween(first, second);
}
