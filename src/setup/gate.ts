// Lets in who has read the log: one code, for one browser, with five tries.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Without letters and digits that look alike. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const TRIES = 5;
const COOKIE = 'relcomms-setup';

export interface Gate {
  /** For the log. */
  readonly code: string;
  /** Whether the header of a request has the cookie of the browser that gave the code. */
  admits(cookies: string | undefined): boolean;
  /** The cookie for the browser that gave the right code first. Five wrong ones, and nobody gets in any more. */
  enter(text: string): { readonly cookie: string } | 'wrong' | 'used' | 'ended';
}

export function startGate(code: string = newCode()): Gate {
  const session = randomBytes(32).toString('base64url');
  let left = TRIES;
  let isUsed = false;
  return {
    code,
    admits: (cookies = '') =>
      isUsed && cookies.split(/;\s*/).some((cookie) => same(cookie, `${COOKIE}=${session}`)),
    enter: (text) => {
      if (isUsed) return 'used';
      if (left <= 0) return 'ended';
      if (!same(plain(text), plain(code))) {
        left -= 1;
        return left > 0 ? 'wrong' : 'ended';
      }
      isUsed = true;
      return { cookie: `${COOKIE}=${session}; HttpOnly; SameSite=Lax; Path=/` };
    },
  };
}

/** 59 bits, in groups that are easy to type. */
function newCode(): string {
  const signs = Array.from({ length: 12 }, () => SIGNS[randomInt(SIGNS.length)] ?? '').join('');
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-');
}

function plain(text: string): string {
  return text.toUpperCase().replaceAll(/[\s-]/g, '');
}

/** In a time that tells nothing of where they differ. */
function same(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
