// The shape of a way in which a repository can be broken for doctor.
import type { GitHubOptions, GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import type { Checkup } from '../../src/doctor/checkup.ts';
import type { World } from './healthy-world.ts';

type Broken = Record<string, string> | void;

/** One way to be broken. */
export interface Way {
  readonly name: string;
  readonly seed?: Partial<GitHubSeed>;
  readonly options?: Partial<GitHubOptions>;
  /** Breaks something of a healthy world; answers the environment, where it is another one. */
  readonly breaks?: (world: World) => Broken | Promise<Broken>;
  readonly args?: readonly string[];
  /** What is found: the area and the subject, then what is wrong, what to do, and where. */
  readonly expected: {
    readonly subject: string;
    readonly state?: Checkup['state'];
    readonly found: RegExp;
    /** Of what is lost, one thing. */
    readonly lost?: RegExp;
    readonly fix: RegExp;
    readonly link?: RegExp;
  };
}
