// Lists that know of a new issue later than the issue itself can be read, as those of GitHub do.
import type { Issue } from './model/repo.ts';

/** Counts the reads since an issue was made: that many lists after its making know nothing of it. */
export class Replica {
  private readonly lag: number;
  private readonly since = new WeakMap<Issue, number>();
  private reads = 0;

  /** `lag`: reads that come too early; with 0 every list knows of everything, that of a person's hands, too. */
  constructor(lag: number) {
    this.lag = lag;
  }

  made(issue: Issue): void {
    this.since.set(issue, this.reads);
  }

  read(): void {
    this.reads += 1;
  }

  /** Whether lists show it by now. */
  shows(issue: Issue): boolean {
    const since = this.since.get(issue);
    return this.lag === 0 || since === undefined || this.reads - since > this.lag;
  }
}
