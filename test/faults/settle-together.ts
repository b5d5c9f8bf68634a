// Loaded before the Action where the App runs beside it: without pauses it would settle in two milliseconds, and no write
// of another process can be seen by then.
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { SETTLE } from './settle.ts';

/** What is left of the two seconds without pauses. */
const WITHOUT_PAUSES = 2;

const { setTimeout: pause } = timers;
const longer: typeof pause = (milliseconds, value, options) =>
  pause(milliseconds === WITHOUT_PAUSES ? SETTLE : milliseconds, value, options);
timers.setTimeout = longer;
syncBuiltinESMExports();
