// Where people test a candidate, as messages link it: by the section `environments` only once it is ready.
import type { Subject } from './input.ts';

/** With that section the address of this one is linked nowhere: it was there from the first day on. */
export function environmentOf({ input, tracking }: Pick<Subject, 'input' | 'tracking'>): string | undefined {
  const { told, config } = input;
  return told?.environments === undefined ? config.environment : told.environments(tracking);
}
