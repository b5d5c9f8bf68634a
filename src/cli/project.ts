// Where this project lives, from package.json: every sample, schema address, and link is made from it.
import manifest from '../../package.json' with { type: 'json' };

/** `OWNER/relcomms`. */
export const HOME = manifest.repository.replace(/^github:/, '');

export const VERSION = manifest.version;

/** What every key of a config means. */
export const CONFIGURATION_PAGE = `https://github.com/${HOME}/blob/main/docs/configuration.md`;

/** A step's `uses`, for a commit that only whoever reviewed the release knows. */
export const ACTION = `${HOME}@${'0'.repeat(40)} # v${VERSION}`;
