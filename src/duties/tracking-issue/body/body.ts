// Builds the body of a tracking issue, as long as fits into an issue.
import type { BodyDocument } from '../../../domain/issue-body.ts';
import { issueToken } from '../../../body/issue-token.ts';
import { mergeBody } from '../../../body/merge-body.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { renderAbout, renderChecklistHead, renderGroups } from './render-checklist.ts';
import { renderSchedule } from './render-schedule.ts';
import { renderStatus } from './render-status.ts';
import { renderNext, renderPeople, renderToday } from './render-today.ts';
import type { BodyInput, Detail } from './body-input.ts';

/** GitHub takes 65,536 characters; the rest is room for what people add between our look and our write. */
export const BODY_LIMIT = 59_000;

const DETAILS: readonly Detail[] = ['full', 'no-chart', 'titles'];

/** The longest document whose merged body fits; undefined when not even the shortest does. */
export function bodyFor(input: BodyInput): BodyDocument | undefined {
  for (const detail of DETAILS) {
    const document = documentFor(input, detail);
    if (mergeBody(input.current, document).length <= BODY_LIMIT) return document;
  }
  return undefined;
}

function documentFor(input: BodyInput, detail: Detail): BodyDocument {
  return {
    key: trackingKey(input.release),
    parts: [
      { kind: 'block', name: 'status', text: renderStatus(input) },
      { kind: 'block', name: 'today', text: today(input) },
      { kind: 'block', name: 'checklist', text: renderChecklistHead() },
      { kind: 'checklist', groups: renderGroups(input, detail) },
      { kind: 'block', name: 'schedule', text: renderSchedule(input, detail) },
      { kind: 'block', name: 'about', text: renderAbout(input) },
    ],
  };
}

/** Once the cycle is over nothing is to be done, and the people stay named. */
function today(input: BodyInput): string {
  const refTo = (id: string): string => {
    const key = input.links.get(id);
    return key === undefined ? '' : issueToken(key);
  };
  return [
    input.closed === true ? '' : renderToday({ ...input, refTo }),
    renderPeople(input),
    renderNext(input),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
