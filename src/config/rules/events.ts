// Events: each is there once, and its days are in their order.
import { parseDay } from '../../domain/day.ts';
import type { Path, Problem } from '../../domain/problem.ts';
import { eventId } from '../event-id.ts';
import { quoted } from '../yaml/hidden.ts';
import { type Node, textAt } from '../yaml/node.ts';
import { type Rule, itemsOf } from './rule.ts';

export const eventRules: readonly Rule[] = [events];

function events({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  const all = itemsOf(merged, 'events');
  const ids = all.map(idOf);
  return all.flatMap((item, index) => {
    const path = ['events', index];
    const id = ids[index];
    const twice = id !== undefined && ids.indexOf(id) < index ? [repeated(id, path)] : [];
    return [...twice, ...daysOf(item, path)];
  });
}

function idOf(item: Node): string | undefined {
  const title = textAt(item, 'title')?.trim();
  return textAt(item, 'id')?.trim() ?? (title === undefined ? undefined : eventId(title));
}

function repeated(id: string, path: Path): Problem {
  return error(
    'repeated-event',
    path,
    `Two events have the id ${quoted(id)}.`,
    'Delete one of them, or give it an "id" of its own.',
  );
}

function daysOf(item: Node, path: Path): Problem[] {
  const [from, on, cfp] = ['from', 'on', 'cfp'].map((key) => parseDay(textAt(item, key)?.trim() ?? ''));
  if (on === undefined) return [];
  const reversed =
    from !== undefined && from > on
      ? [
          error(
            'event-reversed',
            [...path, 'from'],
            `The event begins on ${from}, after its last day ${on}.`,
            'Write an earlier "from", or a later "on".',
          ),
        ]
      : [];
  if (cfp === undefined || cfp <= on) return reversed;
  const message = `The call for papers closes on ${cfp}, after the event on ${on}.`;
  return [...reversed, error('cfp-after-event', [...path, 'cfp'], message, 'Correct one of the two days.')];
}

function error(code: string, path: Path, message: string, fix: string): Problem {
  return { code, severity: 'error', path, message, fix };
}
