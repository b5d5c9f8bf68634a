// What the scripted team does on a day: what the duties that the config switches on have people do, in their order.
import type { CastView, Deed } from '../../src/duties/cast.ts';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { DUTIES } from '../../src/duties/index.ts';

/** Of one release. `sections` are the decoded sections of the config, by name. */
export function planDeeds(
  view: Omit<CastView<unknown>, 'config'>,
  sections: Readonly<Record<string, unknown>>,
  duties: readonly AnyDuty[] = DUTIES,
): Deed[] {
  return duties.flatMap(({ name, section = name, cast }) => {
    const config = sections[section];
    return cast === undefined || config === undefined ? [] : cast({ ...view, config });
  });
}
