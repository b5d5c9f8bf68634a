// Reads the config as it stands at the heads of pull requests, forks included, in one request.
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { queryRepository } from '../graphql.ts';
import type { ConfigPull } from './config-pulls.ts';
import { BLOB_FIELDS, type Blob, type ConfigFile, fileOf } from './read-config.ts';
import type { Known } from '../../domain/known.ts';

/**
 * The files in the order of the pull requests. A fork's commits can be read in the repository that the pull request
 * is for. They are read by their ids, so that what is judged is what the check is made for.
 */
export async function readHeads(
  github: GitHub,
  pulls: readonly ConfigPull[],
  path: string,
): Promise<Known<ConfigFile>[]> {
  const declared = pulls.map((_, index) => `, $head${index}: String!`).join('');
  const fields = pulls.map(
    (_, index) => `head${index}: object(expression: $head${index}) { ${BLOB_FIELDS} }`,
  );
  const query = `query RelcommsHeads($owner: String!, $name: String!${declared}) {
  repository(owner: $owner, name: $name) {
    ${fields.join('\n    ')}
  }
}`;
  const files = pulls.map(({ head }, index) => [`head${index}`, `${head}:${path}`] as const);
  try {
    const { data, failed } = await queryRepository(github, query, Object.fromEntries(files));
    return files.map(([name]) => {
      const why = failed.get(name) ?? failed.get('*');
      if (why !== undefined) return { known: false, why };
      return { known: true, value: fileOf(data[name] as Blob | null, path) };
    });
  } catch (error) {
    return pulls.map(() => ({ known: false, why: failureWords(error) }));
  }
}
