/** Data files that the bundle carries as text (esbuild's `text` loader). */
declare module '*.yml' {
  const text: string;
  export default text;
}
