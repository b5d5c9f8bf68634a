// What the scripted team of a simulation does for the freeze: who decides accepts what was asked for the day before.
import { readLedger } from '../../memory/ledger.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import type { Cast } from '../cast.ts';
import { findOwn, isOwn } from '../find-own.ts';
import type { FreezeConfig } from './config.ts';
import { askedPeople } from './exceptions/deciders.ts';
import { standingOf, stepsIn } from './exceptions/state.ts';

export const cast: Cast<FreezeConfig> = ({ release, issues, today, config }) => {
  const tracking = findOwn(issues, trackingKey(release));
  const [by] = askedPeople(release, config);
  if (tracking?.state !== 'open' || by === undefined) return [];
  const steps = stepsIn(
    release,
    tracking.comments.filter(isOwn).flatMap(({ body }) => readLedger(body)),
  );
  const due = steps.filter(
    ({ verb, pull, entry }) => verb === 'ask' && entry.day < today && standingOf(pull, steps) === 'pending',
  );
  return [...new Set(due.map(({ pull }) => pull))].map((pull) => ({
    kind: 'comment',
    by,
    number: tracking.number,
    body: `/release exception accept #${pull}`,
  }));
};
