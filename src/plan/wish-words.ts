// What every wish has: the release that it is about, and words that people read on GitHub.
import type { Desired } from '../domain/desired.ts';
import type { BodyDocument } from '../domain/issue-body.ts';

/** The version that the key of a wish begins with; what belongs to no release has none. */
export function versionOf(desired: Desired): string | undefined {
  const [version = '', ...rest] = (keyOf(desired) ?? '').split('/');
  return rest.length === 0 ? undefined : decodeVersion(version);
}

function decodeVersion(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A key that begins with the version of a release; what belongs to no release has none. */
function keyOf(desired: Desired): string | undefined {
  switch (desired.kind) {
    case 'issue':
    case 'comment':
    case 'pull-comment':
    case 'entry':
      return desired.key;
    case 'section':
    case 'record':
    case 'state':
    case 'slip-pull':
      return desired.issue;
    case 'notice':
      return desired.notice.key;
    case 'pull':
    case 'reaction':
    case 'pull-label':
      return desired.entry;
    case 'label':
    case 'milestone':
    case 'check':
    case 'status':
    case 'file':
    case 'book':
      return undefined;
  }
}

/** The wish with each of its texts changed; messages elsewhere stay as they are. */
export function changeWords(desired: Desired, words: (text: string) => string): Desired {
  switch (desired.kind) {
    case 'issue':
      return { ...desired, body: changeBody(desired.body, words) };
    case 'comment': {
      const { pull } = desired;
      const rest =
        pull === undefined
          ? {}
          : { pull: { ...pull, words: words(pull.words), otherwise: words(pull.otherwise) } };
      return { ...desired, ...rest, body: words(desired.body) };
    }
    case 'pull-comment':
      return desired.body === undefined ? desired : { ...desired, body: words(desired.body) };
    case 'section':
    case 'entry':
      return { ...desired, text: words(desired.text) };
    case 'pull':
      return { ...desired, body: words(desired.body) };
    case 'reaction': {
      const { excuse } = desired;
      return excuse === undefined ? desired : { ...desired, excuse: { ...excuse, body: words(excuse.body) } };
    }
    case 'record':
      return { ...desired, title: words(desired.title), about: words(desired.about) };
    case 'milestone':
    case 'label':
      return { ...desired, description: words(desired.description) };
    case 'file':
    case 'book':
      return { ...desired, message: words(desired.message) };
    case 'notice':
    case 'pull-label':
    case 'check':
    case 'status':
    case 'state':
    // Most of its words may be those of people, and ours name nobody.
    case 'slip-pull':
      return desired;
  }
}

function changeBody(body: BodyDocument, words: (text: string) => string): BodyDocument {
  const parts = body.parts.map((part) => {
    if (part.kind === 'block') return { ...part, text: words(part.text) };
    const groups = part.groups.map((group) => ({
      ...group,
      heading: words(group.heading),
      items: group.items.map((item) => ({ ...item, text: words(item.text) })),
    }));
    return { ...part, groups };
  });
  return { ...body, parts };
}
