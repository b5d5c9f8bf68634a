// What a person of the cast can do elsewhere than on GitHub, as it comes in over HTTP.
import * as z from 'zod';

const as = z.string().min(1).max(39);
const channel = z.string().min(1).max(80);
const workspace = z.string().min(1).max(80).optional();

export const OUTSIDE_ORDERS = [
  z.strictObject({
    as,
    action: z.literal('react'),
    workspace,
    channel,
    /** Enough of its text to know the newest message that has it. */
    message: z.string().min(1).max(500),
    emoji: z
      .string()
      .regex(/^[a-z0-9_+-]{1,50}$/)
      .default('white_check_mark'),
  }),
  z.strictObject({ as, action: z.literal('archive-channel'), workspace, channel }),
  z.strictObject({ as, action: z.literal('publish-page'), url: z.url({ protocol: /^https$/ }).max(2000) }),
] as const;

export type OutsideOrder = z.infer<(typeof OUTSIDE_ORDERS)[number]>;
