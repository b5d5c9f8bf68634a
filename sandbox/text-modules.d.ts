/** Files of the page that the bundle carries as text (esbuild's `text` loader). */
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.browser.js' {
  const text: string;
  export default text;
}
