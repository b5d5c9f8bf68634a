// Leaves parts of packages out of the Action that it never asks: each becomes a few bytes that throw when asked.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Files below node_modules. Mails go over SMTP, without attachments, proxies and signatures of our own; Slack is
 * called by the names of its methods; schemas are written down by `npm run generate` only; GitHub is asked with our
 * own fetch; nothing asks on which system the runner is. test/bundle/secrets.test.ts sends by all of them, and test/bundle/left-out.test.ts holds this list to
 * the bundle.
 */
const LEFT_OUT = [
  'nodemailer/dist/esm/mime-funcs/mime-types.js',
  'nodemailer/dist/esm/well-known/index.js',
  'nodemailer/dist/esm/(smtp-pool|sendmail-transport|stream-transport|json-transport|ses-transport)/index.js',
  'nodemailer/dist/esm/(dkim|xoauth2|fetch)/index.js',
  'nodemailer/dist/esm/smtp-connection/http-proxy-client.js',
  'zod/v4/core/(json-schema-processors|to-json-schema).js',
  '@slack/web-api/dist/(file-upload|chat-stream).js',
  '@slack/types/dist/index.js',
  '@actions/core/lib/(oidc-utils|platform).js',
];

const QUEUE = JSON.stringify(resolve('src/action/without-bottleneck.ts'));

/** What has something else in its place. */
const REPLACED = {
  // Of all that it can, Octokit's plugins need a queue that tries again.
  'bottleneck/light.js': `export { Bottleneck as default } from ${QUEUE};`,
  // Its methods have names here, which relcomms calls by `apiCall`.
  '@slack/web-api/dist/methods.js': "exports.Methods = require('eventemitter3');",
  // Its calls follow each other and are tried once, so they wait in no line.
  'p-queue/dist/index.js': `exports.__esModule = true; exports.default = class { add(task) { return task(); } };`,
  'retry/index.js': `exports.operation = () => ({
    attempt: (first) => first(1),
    stop() {},
    retry(error) { this.error = error; return false; },
    mainError() { return this.error; },
  });`,
  // Addresses are ASCII and come as objects; only the empty group of blind copies is a text.
  'nodemailer/dist/esm/addressparser/index.js': `export default (text) => {
    const group = /^([a-z-]+):;$/.exec(text);
    if (group === null) throw new Error('left out of the Action');
    return [{ name: group[1], group: [] }];
  };`,
  'nodemailer/dist/esm/punycode/index.js': `export const toASCII = String; export const toUnicode = String;`,
  // What speaks to proxies would tell its steps with it.
  'debug/src/index.js': 'module.exports = () => () => {};',
};

const left = (contents) => ({ contents, loader: 'js' });

export const leaveOut = {
  name: 'leave-out',
  setup({ onLoad }) {
    onLoad({ filter: fileOf(LEFT_OUT.join('|')) }, ({ path }) =>
      left(withoutWords(readFileSync(path, 'utf8'))),
    );
    for (const [file, contents] of Object.entries(REPLACED))
      onLoad({ filter: fileOf(file) }, () => left(contents));
  },
};

function fileOf(paths) {
  return new RegExp(`/node_modules/(${paths.replaceAll('.', String.raw`\.`)})$`);
}

/** A module with the same names, all of them one function; a CommonJS module has none. */
function withoutWords(text) {
  const names = [...text.matchAll(/^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm)].map(
    ([, name]) => `leftOut as ${name}`,
  );
  const isModule = names.length > 0 || text.includes('export default');
  if (!isModule) return 'module.exports = {};';
  const others = names.length === 0 ? '' : `export { ${names.join(', ')} };\n`;
  return `function leftOut() { throw new Error('left out of the Action'); }\nexport default leftOut;\n${others}`;
}
