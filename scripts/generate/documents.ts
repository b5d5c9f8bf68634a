// Every page and manifest that is generated from the duties, in whole or between markers, by path.
import { existsSync, readFileSync } from 'node:fs';
import { commandsPage } from '../../src/commands/commands-page.ts';
import { generatedFiles } from '../../src/config/generate/generated-files.ts';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { COMMANDS, DUTIES, DUTY_SECTIONS, TOLD_DUTIES } from '../../src/duties/index.ts';
import { allPermissions, appManifest } from './app-manifest.ts';
import { KUBERNETES, KYMA } from './asked.ts';
import { type DutyFolder, dutyFolder } from './duty-folder.ts';
import { fill } from './fill.ts';
import { permissionTable } from './permission-table.ts';
import { carriedTable, requirementTable } from './requirements.ts';

/** Reads the pages as they are; what people wrote into them stays. */
export function documents(): Readonly<Record<string, string>> {
  return {
    ...generatedFiles(DUTY_SECTIONS),
    'docs/commands.md': commandsPage(COMMANDS),
    'app.yml': appManifest(read('app.yml'), TOLD_DUTIES),
    'docs/operations.md': fill(
      read('docs/operations.md'),
      'permissions',
      permissionTable(allPermissions(TOLD_DUTIES)),
    ),
    'docs/requirements.md': requirements(foldersOf(DUTIES)),
    'README.md': fill(read('README.md'), 'promises', promises(foldersOf(TOLD_DUTIES))),
    ...readmes(foldersOf(DUTIES)),
  };
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function foldersOf(duties: readonly AnyDuty[]): DutyFolder[] {
  return duties.flatMap((duty) => dutyFolder(duty) ?? []);
}

function requirements(folders: readonly DutyFolder[]): string {
  const page = read('docs/requirements.md');
  const tables = {
    kubernetes: requirementTable(KUBERNETES, folders),
    kyma: requirementTable(KYMA, folders),
    duties: carriedTable([...KUBERNETES, ...KYMA], folders),
  };
  return Object.entries(tables).reduce((text, [name, table]) => fill(text, name, table), page);
}

/** An item of several paragraphs has an empty line below it. */
function promises(folders: readonly DutyFolder[]): string {
  return folders
    .flatMap(({ promise }) => promise ?? [])
    .map((text) => (text.includes('\n\n') ? `${text}\n` : text))
    .join('\n');
}

function readmes(folders: readonly DutyFolder[]): Record<string, string> {
  const paths = folders.map((folder) => ({ folder, path: `src/duties/${folder.name}/README.md` }));
  return Object.fromEntries(
    paths
      .filter(({ path }) => existsSync(path))
      .map(({ folder, path }) => [path, fill(read(path), 'files', folder.files)]),
  );
}
