// The pane of votes: for each milestone that people vote on, who voted what, and the result.
import { trackingKey } from '../../memory/tracking-key.ts';
import { findOwn } from '../find-own.ts';
import type { DutyPane, PaneSection } from '../pane.ts';
import type { GoNoGoConfig } from './config.ts';
import { pages } from './render.ts';
import { type ShownVote, shownVotes } from './shown.ts';

export const pane: DutyPane<GoNoGoConfig> = {
  id: 'go-no-go',
  title: 'Votes',
  sections: ({ releases, issues }) =>
    releases.flatMap((release) => {
      const tracking = findOwn(issues, trackingKey(release));
      if (tracking === undefined) return [];
      return shownVotes(tracking, release).map((vote) => sectionOf(release.version, vote));
    }),
};

function sectionOf(version: string, { milestone, memory }: ShownVote): PaneSection {
  const votes = memory.result?.votes ?? memory.tally ?? [];
  return {
    title: pages.title(version, milestone),
    lines: [pages.state(memory.result?.result)],
    table: {
      head: pages.head(),
      rows: votes.map(({ name, ballot, words }) => [
        name,
        pages.ballot(ballot),
        words
          .filter(({ login }) => login.toLowerCase() !== name.toLowerCase())
          .map(({ login }) => login)
          .join(', '),
        words.flatMap(({ because }) => because ?? []).join('; '),
      ]),
    },
  };
}
