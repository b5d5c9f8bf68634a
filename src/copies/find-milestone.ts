// Which milestone of a release a title names, if it names one.
import type { CopiedMilestone, CopiedRelease } from './copied-release.ts';
import { coreWords, plainWords } from './title-words.ts';
import { ownVersions } from './versions.ts';

/** What people call release day. */
const RELEASE = [
  'release',
  'release day',
  'release date',
  'final release',
  'stable release',
  'ga',
  'general availability',
];

/** `bare`: it has the version of the release and no other word. */
type Strength = 'exact' | 'core' | 'bare';

const ORDER: readonly Strength[] = ['exact', 'core', 'bare'];

export type FindMilestone = (titles: readonly string[], mayBeBare: boolean) => CopiedMilestone | undefined;

/** Reads titles; of several that name different milestones, or of two that a title may mean, it is none. */
export function milestoneFinder(release: CopiedRelease): FindMilestone {
  const read = titleReader(release);
  const exact = new Map<string, Set<CopiedMilestone>>();
  const core = new Map<string, Set<CopiedMilestone>>();
  for (const milestone of release.milestones)
    for (const name of namesOf(milestone)) {
      const title = read(name);
      add(exact, title.words, milestone);
      add(core, title.core, milestone);
    }
  const releaseDay = release.milestones.filter(({ id }) => id === 'release');
  const meant = (text: string, mayBeBare: boolean): Meant[] => {
    const { words, core: less, isBare } = read(text);
    const named = exact.get(words);
    if (named !== undefined) return [{ strength: 'exact', milestones: [...named] }];
    const loosely = core.get(less);
    if (loosely !== undefined) return [{ strength: 'core', milestones: [...loosely] }];
    return isBare && mayBeBare ? [{ strength: 'bare', milestones: releaseDay }] : [];
  };
  return (titles, mayBeBare) => {
    const found = titles.flatMap((title) => meant(title, mayBeBare));
    const best = ORDER.find((strength) => found.some((one) => one.strength === strength));
    const all = new Set(
      found.filter(({ strength }) => strength === best).flatMap(({ milestones }) => milestones),
    );
    return all.size === 1 ? [...all][0] : undefined;
  };
}

interface Meant {
  readonly strength: Strength;
  readonly milestones: readonly CopiedMilestone[];
}

interface TitleRead {
  readonly words: string;
  readonly core: string;
  readonly isBare: boolean;
}

/** Of a title with a version `release` and `released` say nothing more: `1.34.0-rc.1 released`. */
function titleReader({ versions }: CopiedRelease): (title: string) => TitleRead {
  const own = ownVersions(versions);
  return (title) => {
    const rest = own === undefined ? title : title.replaceAll(own, ' ');
    const hasVersion = rest !== title;
    const words = plainWords(rest);
    const less = coreWords(words.replace(/ date$/, ''));
    const core = hasVersion ? less.replace(/(?:^| )(?:is )?release[ds]?(?: date| day)?$/, '').trim() : less;
    return { words, core, isBare: hasVersion && core === '' };
  };
}

function add(map: Map<string, Set<CopiedMilestone>>, words: string, milestone: CopiedMilestone): void {
  if (words === '') return;
  map.set(words, (map.get(words) ?? new Set()).add(milestone));
}

function namesOf({ id, title }: CopiedMilestone): string[] {
  return id === 'release' ? [...RELEASE, title] : [id, title];
}
