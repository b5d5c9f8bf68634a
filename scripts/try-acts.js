// For every row of docs/requirements.md that names a test: does the test fail when the duty does nothing? `npm run test:acts`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'acts-'));
const proofs = proofsIn(readFileSync('docs/requirements.md', 'utf8'));
const wrong = [...new Set(proofs.map(({ duty }) => duty))].flatMap((duty) => passingWithout(duty));
rmSync(folder, { recursive: true });
console.log(`${proofs.length} rows, ${wrong.length} whose test passes without the duty`);
for (const words of wrong) console.log(words);
if (wrong.length > 0) process.exitCode = 1;

/** Duty, number, and the file of the test. */
function proofsIn(markdown) {
  return markdown.split('\n').flatMap((line) => {
    const [, duty = '', number = '', , proof = ''] = line.split('|').map((cell) => cell.trim());
    const path = /\(\.\.\/([^)]+)\)/.exec(proof)?.[1];
    return /^[KY]\d+$/.test(number) && path !== undefined ? [{ duty, number, path }] : [];
  });
}

/** The rows of a duty whose tests do not need it. */
function passingWithout(duty) {
  const own = proofs.filter((proof) => proof.duty === duty);
  const failed = failedWithout(duty, [...new Set(own.map(({ path }) => path))]);
  return own.flatMap(({ number, path }) => {
    const titles = titlesIn(path, number);
    if (titles.length === 0) return [`${duty} ${number}: no test of ${path} carries it`];
    return titles
      .filter((title) => !failed.has(title))
      .map((title) => `${duty} ${number}: "${title}" of ${path} passes`);
  });
}

/** Titles of the tests right below a line that says that they carry the number. */
function titlesIn(path, number) {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (!new RegExp(`// Carries .*\\b${number}\\b`).test(line)) return [];
    const [, quote = '', title] = /^\s*test\((['"`])(.*)\1,/.exec(lines[at + 1] ?? '') ?? [];
    return quote === '' ? [] : [title];
  });
}

function failedWithout(duty, paths) {
  const output = join(folder, `${duty}.json`);
  const flags = ['--maxWorkers=1', '--forceExit', '--silent', '--json', `--outputFile=${output}`];
  const env = { ...process.env, WITHOUT_DUTY: duty };
  spawnSync('npx', ['jest', ...paths, ...flags], { env, stdio: 'ignore' });
  const { testResults } = JSON.parse(readFileSync(output, 'utf8'));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return new Set(tests.filter(({ status }) => status === 'failed').map(({ title }) => title));
}
