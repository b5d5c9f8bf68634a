// The decoders from which the config and the sections of duties are built: texts in, typed values or mistakes out.
export {
  branch,
  branchPattern,
  colour,
  githubTeam,
  login,
  mailAddress,
  member,
  publicPage,
  slackChannel,
  slackGroup,
  slackMember,
  url,
  version,
} from './fields/accounts.ts';
export { either, eitherByKeys, keys, list, table } from './fields/collections.ts';
export { type FieldMeta, metaOf } from './fields/field-meta.ts';
export { id, milestoneId, oneOf, pattern, text, wholeNumber, yesNo } from './fields/text.ts';
export { rhythm, versionPattern } from './fields/rules.ts';
export { repositoryName } from './fields/repository-name.ts';
export { artifactName } from './fields/artifact-name.ts';
export { testPattern } from './fields/test-pattern.ts';
export {
  calendarDays,
  duration,
  everyWeeks,
  minutes,
  timeBefore,
  timeSpan,
  workingDays,
  workingDaysOrNo,
} from './fields/span.ts';
export { clock, day, dayExpression, weekRef, weekday, zone } from './fields/time.ts';
