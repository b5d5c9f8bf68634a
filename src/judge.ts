// The process that judges the configs of pull requests: nothing of it is started by people.
import { serveJudgement } from './judge/serve.ts';

await serveJudgement(process.stdin, process.stdout);
process.stdin.destroy();
