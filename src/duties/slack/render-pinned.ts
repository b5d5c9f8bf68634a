// The words of the pinned message: all dates, who is responsible, where to look.
import type { NoticeLine } from '../../domain/notice.ts';
import type { Subject } from './input.ts';
import { deadlineWords, item, line, moreLine, strong, text } from './render.ts';
import { announced } from './told-dates.ts';

/** Roles whose people are the contacts of a release, in the words in which they are published (Y18, K11). */
const CONTACTS: readonly (readonly [string, string])[] = [
  ['release-manager', 'Release manager'],
  ['release-master', 'Release master'],
  ['lead', 'Communications lead'],
  ['scrum-master', 'Scrum master'],
];

export function renderPinned(subject: Subject): { title: string; lines: NoticeLine[] } {
  const { release, input, tracking } = subject;
  const { environment, note } = input.config;
  const contacts = CONTACTS.flatMap(([role, name]) =>
    (release.roles[role] ?? []).map((login) => item(text(`${name}: `), text(nameOf(login, subject)))),
  );
  return {
    title: `Release ${release.version}: dates and contacts`,
    lines: [
      ...announced(subject).map((milestone) =>
        item(strong(milestone.title), text(`: ${deadlineWords(milestone)}${becauseOf(milestone)}`)),
      ),
      ...contacts,
      ...(environment === undefined
        ? []
        : [line({ kind: 'link', text: 'Test the release candidate here', url: environment })]),
      ...(note === undefined ? [] : [line(text(note))]),
      ...moreLine(tracking.url),
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
