// Whether a section of the config is on, and what it does not do although it is.
import type { Lack } from './standing.ts';

export interface SectionState {
  /** Its name in the config. */
  readonly section: string;
  /** `Failing tests`. */
  readonly title: string;
  readonly isOn: boolean;
  /** Whether a preset of the config asks for it. */
  readonly isAsked: boolean;
  /** Empty while it is off. */
  readonly lacks: readonly Lack[];
}
