// The rights that the sections of a config need.
import { BASE_PERMISSIONS } from '../duties/base-permissions.ts';
import { sectionOf } from '../duties/book-of.ts';
import type { AnyDuty } from '../duties/duty.ts';
import { DUTIES } from '../duties/index.ts';
import type { Prepared } from '../run/prepare.ts';
import { type Need, needsOf } from './rights.ts';

type Config = Prepared['config'];

/** Those that the config switches on. */
export function dutiesOf({ sections }: Config): AnyDuty[] {
  return DUTIES.filter((duty) => sections[sectionOf(duty)] !== undefined);
}

export function needsOfConfig(config: Config, isOrganization: boolean): Need[] {
  const own = dutiesOf(config).flatMap(({ permissions = [] }) => permissions);
  const discussed = Object.values(config.audiences).some(({ discussions }) => discussions !== undefined);
  return needsOf([...BASE_PERMISSIONS, ...own], isOrganization).filter(
    ({ right }) => right !== 'discussions' || discussed,
  );
}
