// Where people write about failing tests: the case file of their outage.
import type { Place } from '../../../commands/place.ts';
import { isCaseKey } from '../case/keys.ts';

export const CASE_PLACE: Place = {
  name: 'case',
  on: 'on a failing-test issue',
  of: 'failing-test issues',
  holds: isCaseKey,
};
