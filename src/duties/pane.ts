// The shape of a pane: what the page of the sandbox shows of a duty, as plain data that any page can draw.
import type { Day } from '../domain/day.ts';
import type { Release } from '../domain/release.ts';
import type { Standing } from '../domain/standing.ts';
import type { SeenIssue, SeenMessage } from './view.ts';

/** What there is to show. */
export interface PaneView<C> {
  /** The section of the duty. */
  readonly config: C;
  /** Ids of the teams of the config, with their names at GitHub. */
  readonly teams: Readonly<Record<string, { readonly github: string }>>;
  readonly today: Day;
  readonly releases: readonly Release[];
  /** Of the whole repository, pull requests, too. */
  readonly issues: readonly SeenIssue[];
  readonly messages: readonly SeenMessage[];
  /** What stood in the way at the last run, as all duties said it. */
  readonly standing: readonly Standing[];
}

/** Words, a link to an issue or a pull request, or one to the web. Nothing in it is Markdown or HTML. */
export type PanePiece =
  | string
  | { readonly text: string; readonly issue: number }
  | { readonly text: string; readonly url: string };

/** A line of text, or a cell. */
export type PaneText = PanePiece | readonly PanePiece[];

/** A heading with lines, then a table; either may be missing. */
export interface PaneSection {
  readonly title: string;
  readonly lines?: readonly PaneText[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly PaneText[])[] };
}

/** A tab of the page. */
export interface DutyPane<C> {
  /** In the address: `/?pane=wiki`. Unique over all duties. */
  readonly id: string;
  /** Of the tab. */
  readonly title: string;
  /** A number beside the title; 0 is not shown. */
  readonly count?: (view: PaneView<C>) => number;
  /** Pure. Absent: the sandbox draws the pane by hand, and shows it whether the section is on or off. */
  readonly sections?: (view: PaneView<C>) => readonly PaneSection[];
}
