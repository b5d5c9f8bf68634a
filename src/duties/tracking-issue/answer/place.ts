// The first place where people write commands: the tracking issue of a release and the issues of its tasks.
import type { Place } from '../../../commands/place.ts';
import { keyOf } from '../../../text/marker.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';

export const RELEASE_PLACE: Place = {
  name: 'release',
  on: "on the tracking issue of a release, the issue of a task, or the issue of a team's manual tests",
  of: 'the tracking issue of the release',
  first: true,
  holds: (key, { version }) =>
    key === trackingKey({ version }) ||
    key.startsWith(keyOf(version, 'task', '')) ||
    key.startsWith(keyOf(version, 'manual-tests', '')),
};
