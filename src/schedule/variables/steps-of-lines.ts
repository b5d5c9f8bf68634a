// The steps of a task of a train that is done once for each line: the lines themselves, or its steps for each of them.
import { minorOf } from '../../domain/minor-of.ts';
import type { ReleaseLine } from '../../domain/release-line.ts';
import type { Step } from '../../domain/step.ts';
import type { Variables } from './fill.ts';

/** Those of the release, with what is another for the line. */
export function variablesOfLine(variables: Variables, { version, branch }: ReleaseLine): Variables {
  return new Map([
    ...variables,
    ['version', version],
    ['minor', minorOf(version)],
    ...(branch === undefined ? [] : [['branch', branch] as const]),
  ]);
}

/**
 * `steps` are those of the task as written. A step is named by its line first, so that no check of a line is ever
 * another's, whatever lines come and go. `fill` puts in variables; `at` is the place of the step in the list.
 */
export function stepsOfLines(
  steps: readonly Step[] | undefined,
  lines: readonly ReleaseLine[],
  fill: (text: string, line: ReleaseLine, at: number) => string,
): Step[] {
  return lines.flatMap((line): Step[] => {
    const { version } = line;
    if (steps === undefined) return [{ id: version, text: version, line: version }];
    return steps.map(({ id, text }, at) => ({
      id: `${version}.${id}`,
      // Steps with the same words have to say which line they are for.
      text: `${text.includes('{version}') ? '' : `${version}: `}${fill(text, line, at)}`,
      line: version,
    }));
  });
}
