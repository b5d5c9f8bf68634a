// Tasks as lines of YAML, in block and in flow style.
import { type TaskEdit, weekName } from '../domain/task-edit.ts';

/** One item of a list, its dash included: keys below each other, a removal on one line. */
export function taskLines(edit: TaskEdit): string[] {
  if (edit.kind === 'remove') return [`- ${taskInBraces(edit)}`];
  const [first = '', ...rest] = keysOf(edit);
  return [`- ${first}`, ...rest.map((key) => `  ${key}`)];
}

/** The same on one line: `{ id: theme, title: 'Settle the theme', week: 5 }`. */
export function taskInBraces(edit: TaskEdit): string {
  return `{ ${keysOf(edit).join(', ')} }`;
}

/** The value that is read from either. */
export function taskValue(edit: TaskEdit): unknown {
  const value = Object.create(null) as Record<string, unknown>;
  const { id } = edit;
  return Object.assign(
    value,
    edit.kind === 'remove' ? { id, remove: 'true' } : { id, title: edit.title, week: weekName(edit.week) },
  );
}

/** In single quotes nothing but the quote itself means anything to YAML. */
function keysOf(edit: TaskEdit): string[] {
  const id = `id: ${edit.id}`;
  if (edit.kind === 'remove') return [id, 'remove: true'];
  return [id, `title: '${edit.title.replaceAll("'", "''")}'`, `week: ${weekName(edit.week)}`];
}
