// The words of the pinned message: all dates, who is responsible, where to look.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Subject } from './input.ts';
import { deadlineParts, fact, item, line, moreLine, strong, text, wayLines } from './render.ts';
import { withdrawnWords } from './render-withdrawn.ts';
import { announced } from './told-dates.ts';

/** Roles whose people are the contacts of a release, in the words in which they are published (Y18, K11). */
const CONTACTS: readonly (readonly [string, string])[] = [
  ['release-manager', 'Release manager'],
  ['release-master', 'Release master'],
  ['lead', 'Communications lead'],
  ['scrum-master', 'Scrum master'],
];

const NOTHING_TO_DO =
  'Nothing to do now. relcomms keeps this message current, and sends a reminder before each date.';

export function renderPinned(subject: Subject): { title: string; lines: NoticeLine[] } {
  const { release, input, tracking, withdrawn } = subject;
  const { environment, note } = input.config;
  const contacts = CONTACTS.flatMap(([role, name]) => {
    const people = release.roles[role] ?? [];
    return people.length === 0
      ? []
      : [fact(name, text(people.map((login) => nameOf(login, subject)).join(', ')))];
  });
  return {
    title: `Release ${release.version}: dates and contacts`,
    lines: [
      line(text(withdrawn === undefined ? NOTHING_TO_DO : withdrawnWords.pinned(withdrawn))),
      ...announced(subject).map((milestone) =>
        item(strong(milestone.title), text(': '), ...deadlineParts(milestone), text(becauseOf(milestone))),
      ),
      ...contacts,
      ...(note === undefined ? [] : [line(text(note))]),
      ...(environment === undefined
        ? moreLine(tracking.url)
        : wayLines({ label: 'Open test environment', url: environment }, tracking.url)),
    ],
  };
}

/** `Alice Ada (github.com/alice)`. */
export function nameOf(login: string, { input }: Pick<Subject, 'input'>): string {
  const name = Object.hasOwn(input.people, login) ? input.people[login]?.name : undefined;
  return name === undefined ? `github.com/${login}` : `${name} (github.com/${login})`;
}

function becauseOf({ because }: { because?: string | undefined }): string {
  return because === undefined ? '' : `, moved because ${because}`;
}
