// Whether there is a config that can be used, and what its sections do not do.
import type { LocatedProblem } from '../domain/problem.ts';
import { isError } from '../domain/problem.ts';
import type { ConfigFile } from '../github/config/read-config.ts';
import type { Prepared } from '../run/prepare.ts';
import { statesOf } from '../run/section-states.ts';
import { type Checkup, broken, limited, ok } from './checkup.ts';
import { type Where, pageOf } from './where.ts';

/** So many problems are named; the rest is counted. */
const MOST = 10;

/** For a file that can't be used. */
export function configTrouble(
  file: Extract<ConfigFile, { kind: 'unreadable' }>,
  path: string,
  where: Where,
): Checkup {
  return broken('Config', path, {
    found: file.why,
    lost: 'relcomms changes nothing until it can be read',
    fix: 'Save it as text of at most 64 KiB.',
    link: pageOf(where, `blob/HEAD/${path}`),
  });
}

export function problemCheckups(problems: readonly LocatedProblem[], path: string, where: Where): Checkup[] {
  const errors = problems.filter(isError);
  const shown = errors.slice(0, MOST).map(({ line, message, fix }) =>
    broken('Config', `${path}:${line}`, {
      found: message.replace(/\.$/, ''),
      fix,
      link: pageOf(where, `blob/HEAD/${path}#L${line}`),
    }),
  );
  const more = errors.length - shown.length;
  return more === 0
    ? shown
    : [
        ...shown,
        broken('Config', path, { found: `${more} more errors`, fix: 'See them all with relcomms validate.' }),
      ];
}

/** What is on and does less than it could is limited, not broken: the config may want that. */
export function judgeConfig(prepared: Prepared, path: string, where: Where): Checkup[] {
  const states = statesOf(prepared);
  const on = states.filter(({ isOn }) => isOn).map(({ section }) => section);
  return [
    ok('Config', path, `it is valid; on: ${on.join(', ') || 'nothing'}`),
    ...prepared.warnings.slice(0, MOST).map(({ line, message, fix }) =>
      limited('Config', `${path}:${line}`, {
        found: message.replace(/\.$/, ''),
        fix,
        link: pageOf(where, `blob/HEAD/${path}#L${line}`),
      }),
    ),
    ...states.flatMap(({ section, lacks }) =>
      lacks.map(({ why, lost, fix }) =>
        limited('Config', `section ${section}`, {
          found: why,
          lost,
          fix,
          link: pageOf(where, `edit/HEAD/${path}`),
        }),
      ),
    ),
  ];
}
