// Opens a pull request from a branch of its own: with another config, or with a note.
import { CONFIG_PATH } from '../../src/github/config/read-config.ts';
import type { Person } from '../../packages/embedded-github/src/index.ts';
import { REPOSITORY } from '../scenarios/repository.ts';
import type { ActOrder } from './act-order.ts';

/** Whoever may not push opens it all the same, as from a fork whose files nobody has here. */
export async function openPull(
  person: Person,
  { title, body, config, base, draft, labels = [] }: ActOrder & { action: 'open-pull' },
): Promise<void> {
  const head = await freeBranch(person, title);
  const files =
    config === undefined
      ? { [`notes/${head}.md`]: `# ${title}\n` }
      : { [CONFIG_PATH]: config.replaceAll('\r\n', '\n') };
  if (await mayPush(person)) await person.pushBranch(head, files, title, base);
  const number = await person.openPull({ title, body, head, draft, ...(base === undefined ? {} : { base }) });
  if (labels.length > 0) await person.label(number, ...labels);
}

/** A name made of the title that no branch has yet. */
async function freeBranch(person: Person, title: string): Promise<string> {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const name = words.slice(0, 60) || 'change';
  const { json } = await person.request('GET', `${REPOSITORY.path}/branches?per_page=100`);
  const taken = new Set((json as { name: string }[]).map((branch) => branch.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

async function mayPush(person: Person): Promise<boolean> {
  const { json } = await person.request('GET', REPOSITORY.path);
  return (json as { permissions?: { push?: boolean } }).permissions?.push === true;
}
