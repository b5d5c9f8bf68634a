// After the last test: what was compiled for this run goes.
import { rmSync } from 'node:fs';
import { RUN, folderOf } from './compiled.cjs';

export default function cleanUp() {
  rmSync(folderOf(process.env[RUN]), { recursive: true, force: true });
}
