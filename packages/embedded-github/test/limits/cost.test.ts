// What queries cost, held to the examples of GitHub's documentation.
import { parse } from 'graphql';
import { costOf } from '../../src/limits/cost.ts';

const cost = (query: string, variables = {}, name?: string) => costOf(parse(query), name, variables);

// https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#predicting-the-point-value-of-a-query
const DOCUMENTED = `query {
  viewer { login
    repositories(first: 100) { edges { node { id
      issues(first: 50) { edges { node { id
        labels(first: 60) { edges { node { id name } } }
      } } }
    } } }
  }
}`;

test('the documented example: 5,101 connections are 51 points', () => {
  expect(cost(DOCUMENTED)).toEqual({ points: 51, nodes: 100 + 5_000 + 300_000 });
});

// https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#node-limit
test('the documented number of nodes: 22,060', () => {
  const query = `query {
    viewer {
      repositories(first: 50) { edges { repository: node { name
        pullRequests(first: 20) { edges { pullRequest: node { title
          comments(last: 10) { edges { comment: node { bodyHTML } } }
        } } }
        issues(first: 20) { totalCount edges { issue: node { title bodyHTML
          comments(last: 10) { edges { comment: node { bodyHTML } } }
        } } }
      } } }
      followers(first: 10) { edges { follower: node { login } } }
    }
  }`;
  expect(cost(query).nodes).toBe(22_060);
});

test.each([
  ['without a connection', '{ viewer { login } }', {}, 1],
  ['with few of them', '{ a: x(first: 100) { b(first: 5) { c } } }', {}, 1],
  [
    '149 connections',
    `{ a: x(first: 100) { b(first: 1) { c } } d: x(first: 47) { b(first: 1) { c } } }`,
    {},
    1,
  ],
  [
    '150 connections',
    `{ a: x(first: 100) { b(first: 1) { c } } d: x(first: 48) { b(first: 1) { c } } }`,
    {},
    2,
  ],
  ['a length in a variable', 'query ($n: Int) { x(last: $n) { y(first: 1) { z } } }', { n: 400 }, 4],
  ['a length that is left out', 'query ($n: Int) { x(first: $n) { y(first: 1) { z } } }', {}, 1],
  ['a fragment', '{ x(first: 400) { ...f } } fragment f on X { y(first: 1) { z } }', {}, 4],
  ['an inline fragment', '{ x(first: 400) { ... on X { y(first: 1) { z } } } }', {}, 4],
])('%s', (_, query, variables, points) => {
  expect(cost(query, variables).points).toBe(points);
});

test('of several operations the one that is asked for', () => {
  const query = 'query a { x(first: 1) { y } } query b { x(first: 400) { y(first: 1) { z } } }';
  expect([cost(query, {}, 'a').points, cost(query, {}, 'b').points, cost(query, {}, 'c').points]).toEqual([
    1, 4, 1,
  ]);
});
