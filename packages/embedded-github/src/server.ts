// For who mounts the embedded GitHub in a server of their own: opens its port, and keeps other web pages away.
export { foreign } from './foreign.ts';
export { listen } from './listen.ts';
