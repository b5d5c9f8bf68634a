// The webhooks that an App needs whichever duties are on.
import { COMMAND_EVENT, CONFIG_CHECK_EVENT } from '../../src/server/hint.ts';

export const BASE_EVENTS: readonly string[] = [CONFIG_CHECK_EVENT, COMMAND_EVENT];

/** Every App gets these without asking, and may not ask. Those that may write checks get theirs the same way. */
export const UNASKED_EVENTS: readonly string[] = ['installation', 'installation_repositories'];
