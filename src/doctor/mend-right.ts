// How a token gets a right to read that it lacks, by the kind of the token.
import type { Words } from './checkup.ts';
import { type Grants, OF_ORGANIZATION } from './rights.ts';
import { type Where, pageOf, tokensPage } from './where.ts';

/** Whether nothing is broken without it: a token of this kind never has it. */
export function neverHas(right: string, grants: Grants): boolean {
  return grants.kind === 'workflow' && OF_ORGANIZATION.has(right);
}

/** `access`: what is needed. */
export function mendRight(
  right: string,
  access: 'read' | 'write',
  grants: Grants,
  where: Where,
): Pick<Words, 'fix' | 'link'> {
  const permission = `${right.replaceAll('_', '-')}: ${access}`;
  if (neverHas(right, grants))
    return {
      fix: 'Leave it so, or run relcomms as an App, which may read it.',
      link: `${where.site}/organizations/${where.owner}/settings/installations`,
    };
  if (grants.kind === 'workflow')
    return {
      fix: `Set "${permission}" under "permissions" of the workflow.`,
      link: pageOf(where, 'tree/HEAD/.github/workflows'),
    };
  if (grants.kind === 'app')
    return !isGranted(right, access, grants)
      ? {
          fix: `Add "${right}: ${access}" to the App ${grants.slug}, then accept it in the installation.`,
          link: grants.settings,
        }
      : {
          fix: `The App has "${right}": look which rule of ${where.owner} holds it back.`,
          link: grants.page,
        };
  if (grants.kind === 'classic')
    return {
      fix: `Give the token the scope ${OF_ORGANIZATION.has(right) ? 'read:org' : 'repo'}.`,
      link: tokensPage(where),
    };
  return { fix: `Give the token "${right}: ${access}".`, link: tokensPage(where) };
}

/** Whether the installation of an App has it; of other tokens nobody knows. */
export function isGranted(right: string, access: 'read' | 'write', grants: Grants): boolean {
  if (grants.kind !== 'app') return false;
  const given = grants.granted[right];
  return given === 'write' || given === 'admin' || given === access;
}
