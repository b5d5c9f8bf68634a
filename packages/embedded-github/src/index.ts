// The embedded GitHub: what others may use of it.
export { JOB_WORDS, type JobWord, type JobsOrder } from './job-words.ts';
export { ACTIONS_BOT } from './emulator-seed.ts';
export type { Delivery } from './deliveries.ts';
export type { EmbeddedGitHub, GitHubOptions } from './embedded-github.ts';
export type { FaultRule, Hook } from './interference.ts';
export type { Person } from './person.ts';
export type { ApiRequest, JournalEntry, Violation } from './request.ts';
export type { AppSeed, CommitSeed, GitHubSeed, PersonSeed, PullSeed, RepoSeed } from './seed.ts';
export type { CommentSnapshot, IssueSnapshot, RepoSnapshot } from './snapshot.ts';
export { startGitHub } from './start.ts';
export { zipFiles } from './zip-files.ts';
