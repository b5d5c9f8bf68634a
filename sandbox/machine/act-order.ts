// What a person of the cast can be told to do, as it comes in over HTTP.
import * as z from 'zod';
import { JOB_WORDS } from '../../packages/embedded-github/src/index.ts';
import { OUTSIDE_ORDERS } from '../outside/order.ts';

/** GitHub's words for how a check ended. */
export const CONCLUSIONS = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'timed_out',
  'action_required',
  'skipped',
] as const;

const number = z.number().int().positive();
const line = z.string().trim().min(1).max(256);
const text = z.string().max(65_536);
/** GitHub's own limit for a login. */
const as = z.string().min(1).max(39);

export const actOrder = z.discriminatedUnion('action', [
  z.strictObject({
    as,
    action: z.literal('tick'),
    issue: number,
    /** Text of the checklist item, or enough of it to be the only one. */
    item: z.string().min(1).max(5000),
    /** Line of the body, counted from 1, when several items read the same. */
    line: number.optional(),
    on: z.boolean().default(true),
  }),
  z.strictObject({ as, action: z.literal('comment'), issue: number, body: text.min(1) }),
  z.strictObject({ as, action: z.literal('close'), issue: number }),
  z.strictObject({ as, action: z.literal('reopen'), issue: number }),
  z.strictObject({ as, action: z.literal('edit-body'), issue: number, body: text }),
  z.strictObject({
    as,
    action: z.literal('open-issue'),
    title: line,
    body: text.default(''),
    /** GitHub takes both from people who may write only. */
    labels: z.array(line).max(20).default([]),
    assignees: z.array(as).max(10).default([]),
  }),
  z.strictObject({ as, action: z.literal('edit-config'), text }),
  z.strictObject({
    as,
    action: z.literal('open-pull'),
    title: line,
    body: text.default(''),
    /** The config that it proposes; without it, it adds a note. */
    config: text.optional(),
    /** The branch that it goes to; default: the default branch. */
    base: line.optional(),
    draft: z.boolean().default(false),
    labels: z.array(line).max(20).optional(),
  }),
  z.strictObject({ as, action: z.literal('approve'), pull: number, body: text.default('') }),
  z.strictObject({
    as,
    action: z.literal('request-changes'),
    pull: number,
    body: text.min(1, 'say what is to change'),
  }),
  z.strictObject({ as, action: z.literal('request-review'), pull: number, reviewer: as }),
  z.strictObject({ as, action: z.literal('draft'), pull: number }),
  z.strictObject({ as, action: z.literal('ready'), pull: number }),
  z.strictObject({ as, action: z.literal('merge'), pull: number }),
  z
    .strictObject({
      as,
      action: z.literal('check'),
      /** The head of this pull request, or of a branch. */
      pull: number.optional(),
      branch: line.optional(),
      name: line,
      conclusion: z.enum(CONCLUSIONS),
      summary: text.default(''),
    })
    .refine(({ pull, branch }) => (pull === undefined) !== (branch === undefined), {
      message: 'give pull or branch',
    }),
  z.strictObject({
    as,
    action: z.literal('run-ci'),
    /** One that is not there is made. */
    branch: line,
    /** The message of a commit that is pushed first. */
    commit: line.optional(),
    workflow: line.default('CI'),
    /** By name; none at all: GitHub can't start the workflow. */
    jobs: z.record(line, z.enum(JOB_WORDS)),
    /** Files by path, which the workflow leaves as a zip. */
    artifact: z.strictObject({ name: line, files: z.record(line, text) }).optional(),
    /** In the newest run of the workflow: what still runs there ends, other jobs are started again. */
    again: z.boolean().default(false),
  }),
  z.strictObject({
    as,
    action: z.literal('publish-release'),
    tag: line,
    /** Where the tag comes to stand; default: the default branch. */
    branch: line.optional(),
    title: line.optional(),
    body: text.default(''),
    prerelease: z.boolean().default(false),
  }),
  z.strictObject({
    as,
    action: z.literal('slip'),
    /** Its version. */
    release: line,
    /** Its id; `release` is release day. */
    milestone: line,
    /** A day, or an amount such as `+2w`. */
    to: line,
    because: text.optional(),
  }),
  ...OUTSIDE_ORDERS,
]);

export type ActOrder = z.infer<typeof actOrder>;
