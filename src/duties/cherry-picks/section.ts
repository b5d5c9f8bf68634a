// The cherry-picks of a release, team by team: the section of its tracking issue.
import type { DesiredSection } from '../../domain/desired.ts';
import { type Release, hasSections } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { branchWords, pullWords } from '../../picks/render.ts';
import { type CherryPicksInput, DUTY } from './input.ts';
import type { Picture } from './judge/picture.ts';
import { type SectionRow, renderSection } from './render-section.ts';
import { faultWords, render } from './render.ts';
import { waitStateOf } from './state-of.ts';
import { teamOf } from './team.ts';
import { isClosed, isCut } from './window.ts';

/** Empty once the release is out, so that nothing old stays in it. */
export function sectionsOf(pictures: readonly Picture[], input: CherryPicksInput): DesiredSection[] {
  return input.releases
    .filter((release) => hasSections(release, input.now))
    .map((release) => ({
      kind: 'section',
      issue: trackingKey(release),
      name: DUTY,
      text: textOf(release, pictures, input),
      why: render.whySection(),
    }));
}

/** Before the branch is cut there is none, unless something is wanted already. */
function textOf(release: Release, pictures: readonly Picture[], input: CherryPicksInput): string {
  const picture = pictures.find(({ window }) => window.release === release);
  if (picture === undefined) return '';
  const rows = rowsOf(picture, input).toSorted(byTeam);
  const { window } = picture;
  const hasBegun = isCut(window, input.now) || isClosed(window, input.now);
  return hasBegun || rows.length > 0 ? renderSection(picture, rows, input.now) : '';
}

/** What is still to be done, each pull request once. */
export function rowsOf(picture: Picture, input: CherryPicksInput): SectionRow[] {
  const { window, missing, reverted, waiting, faulty } = picture;
  const { version } = window.release;
  const wrong = (number: number) =>
    faulty.filter((one) => one.number === number).flatMap(({ faults }) => faults.map(faultWords));
  const open = waiting.map(({ pull, pick }) => {
    const state = waitStateOf(pull, version, input);
    return {
      team: state.team ?? teamOf(pull.author, input),
      pull: pullWords(pull),
      branch: branchWords(pick.branch),
      state: [state.words, ...wrong(pull.number)].join('; '),
      owner: state.owner,
    };
  });
  const others = faulty.filter(({ number }) => waiting.every(({ pull }) => pull.number !== number));
  return [
    ...missing.map(({ fix, branches }) => ({
      team: teamOf(fix.author, input),
      pull: pullWords(fix),
      branch: branchWords(...branches),
      state: 'not cherry-picked',
      owner: render.owner(fix.author.login),
    })),
    ...reverted.map(({ fix, branches }) => ({
      team: teamOf(fix.author, input),
      pull: pullWords(fix),
      branch: branchWords(...branches),
      state: 'reverted on its own branch',
      owner: render.owner(fix.author.login),
    })),
    ...open,
    ...others.map((one) => ({
      team: teamOf(one.owner, input),
      pull: pullWords(one),
      branch: branchWords(one.branch),
      state: [one.isOpen ? 'open' : 'merged', ...wrong(one.number)].join('; '),
      owner: render.owner(one.owner?.login),
    })),
  ];
}

/** Teams by name, those without one last. */
function byTeam(a: SectionRow, b: SectionRow): number {
  if (a.team === b.team) return 0;
  if (a.team === undefined || b.team === undefined) return a.team === undefined ? 1 : -1;
  return a.team < b.team ? -1 : 1;
}
