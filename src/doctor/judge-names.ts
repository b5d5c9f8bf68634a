// Which names of a config GitHub does not have, what is lost by it, and where it is mended.
import type { RepositoryLook } from './ask-repository.ts';
import type { Found, NamesLook } from './ask-names.ts';
import { type Checkup, broken, limited, ok, unknown } from './checkup.ts';
import type { Named } from './names.ts';
import { type Where, pageOf } from './where.ts';

interface Kind {
  /** `label` */
  readonly word: string;
  /** `labels` */
  readonly many: string;
  readonly lost: (name: string) => string;
  readonly fix: (name: string) => string;
  readonly link: string;
  readonly missing?: string;
  /** Nothing is broken while it is missing: it comes in time. */
  readonly comes?: true;
}

export function judgeNames(
  named: Named,
  look: NamesLook,
  repository: RepositoryLook,
  where: Where,
): Checkup[] {
  return [
    ...judged(look.branches, {
      word: 'branch',
      many: 'branches',
      missing: 'it does not exist yet',
      comes: true,
      lost: (name) => `nothing is known of the branch of ${(named.branches.get(name) ?? []).join(' and ')}`,
      fix: () => 'Create the branch when the release is cut, or correct "branch" in the config.',
      link: pageOf(where, 'branches'),
    }),
    ...judged(look.labels, {
      word: 'label',
      many: 'labels',
      lost: (name) => `nothing can carry it, and "${named.labels.get(name) ?? ''}" finds nothing`,
      fix: (name) => `Create the label, or name another one in "${named.labels.get(name) ?? ''}".`,
      link: pageOf(where, 'labels'),
    }),
    ...judged(look.people, {
      word: 'person',
      many: 'people',
      missing: 'GitHub does not let them be assigned',
      lost: () => 'their tasks are mentioned, but not assigned',
      fix: (name) => `Check the login, and give ${name} access to the repository.`,
      link: pageOf(where, 'settings/access'),
    }),
    ...judged(look.teams, {
      word: 'team',
      many: 'teams',
      missing: 'it does not exist, or it is secret',
      lost: () => "it can't be mentioned, and its members can't use the commands of its role",
      fix: () => 'Correct its name in the config, or make the team visible.',
      link: `${where.site}/orgs/${where.owner}/teams`,
    }),
    ...judged(look.categories, {
      word: 'category of discussions',
      many: 'categories of discussions',
      lost: (name) => `messages to the audience ${named.categories.get(name) ?? ''} are not written there`,
      fix: () => 'Create the category, or correct "discussions" in the config.',
      link: pageOf(where, 'discussions/categories'),
    }),
    ...(named.wiki && !repository.hasWiki
      ? [
          broken('Names', 'wiki', {
            found: 'the wiki is turned off',
            lost: 'the page is not written',
            fix: 'Turn on Wikis under Features, and save a first page.',
            link: pageOf(where, 'settings#features'),
          }),
        ]
      : []),
  ];
}

/** Those that are there make one line; each that is not has its own. */
function judged(found: Found, kind: Kind): Checkup[] {
  const names = [...found];
  const there = names.flatMap(([name, state]) => (state === true ? [name] : []));
  return [
    ...(there.length === 0 ? [] : [ok('Names', kind.many, there.join(', '))]),
    ...names.flatMap(([name, state]) => {
      if (state === true) return [];
      const subject = `${kind.word} ${name}`;
      if (state !== false) return [unknown('Names', subject, `it could not be read: ${state.why}`)];
      const { missing = 'it does not exist', lost, fix, link, comes } = kind;
      const judge = comes === true ? limited : broken;
      return [judge('Names', subject, { found: missing, lost: lost(name), fix: fix(name), link })];
    }),
  ];
}
