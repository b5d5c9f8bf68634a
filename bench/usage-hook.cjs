// Tells what a process has used: on exit to the file that USAGE_FILE names, and whenever its parent asks.
const { writeFileSync } = require('node:fs');

function usage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return {
    cpu: (userCPUTime + systemCPUTime) / 1000,
    rss: process.memoryUsage.rss() / 1024 / 1024,
    peak: maxRSS / 1024,
    elapsed: process.uptime(),
  };
}

if (process.env.USAGE_FILE !== undefined) {
  process.on('exit', () => writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage())));
}
if (process.send !== undefined) {
  process.on('message', () => process.send(usage()));
  process.channel.unref();
}
