// One wish and who has it.
import type { Desired } from '../domain/desired.ts';

export interface Wanted {
  readonly duty: string;
  readonly desired: Desired;
}
