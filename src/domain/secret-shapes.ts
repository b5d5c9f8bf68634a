// Tells texts that look as if they held a secret: passwords behind their name, and tokens of well-known shapes.

const NAMED =
  /\b(pass(word|wd|phrase)?|pwd|secret|token|api[-_ ]?key|access[-_ ]?key|signature|sig)\b\s*(=\s*\S|:\s*\S+\s*$|:\s*\S*\d\S*)/i;

const SHAPES: readonly RegExp[] = [
  /\bgh[oprsu]_\w{20,}/,
  /\bgithub_pat_\w{20,}/,
  /\bglpat-[\w-]{15,}/,
  /\bxox[a-z]-[\w-]{10,}/,
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bAIza[\w-]{30,}/,
  /\bsk[-_][\w-]{20,}/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}/,
  /-----BEGIN [A-Z ]+-----/,
  /:\/\/[^/@\s]+@/,
];

export function looksSecret(text: string): boolean {
  return NAMED.test(text) || SHAPES.some((shape) => shape.test(text));
}
