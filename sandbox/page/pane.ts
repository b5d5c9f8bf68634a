// The shape of a pane: one part of what people would see.
import type { SandboxState } from '../machine/state.ts';
import type { Html } from '../../src/text/html.ts';
import type { PageQuery } from './query.ts';

/** How it is drawn; what it is called may be said elsewhere. */
export interface Drawing {
  /** A number beside the title. */
  count?(state: SandboxState, query: PageQuery): number;
  render(state: SandboxState, query: PageQuery): Html;
}

export interface Pane extends Drawing {
  /** In the address: `/?pane=log`. */
  readonly id: string;
  readonly title: string;
  /** Absent: always. */
  isShown?(state: SandboxState): boolean;
}
