// The nodes that lead to one another, for the context.
import type { Nodes } from './context.ts';
import { issueNode } from './issue-node.ts';
import { pullNode } from './pull-node.ts';
import { repositoryNode } from './repository-node.ts';

export const nodes: Nodes = { repository: repositoryNode, issue: issueNode, pull: pullNode };
