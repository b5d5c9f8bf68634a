// The repository's folder: Jest runs in it.
import { pathToFileURL } from 'node:url';

export const root = pathToFileURL(`${process.cwd()}/`);
