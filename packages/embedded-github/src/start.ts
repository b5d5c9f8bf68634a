// Starts the embedded GitHub: the emulator, the state, and the server in front of them.
import { type Server, createServer } from 'node:http';
import { listen } from './listen.ts';
import { surroundings } from './announce.ts';
import { buildWorld } from './build-world.ts';
import { deleteVersions } from './change/delete-versions.ts';
import { runJobs } from './change/run-jobs.ts';
import type { EmbeddedGitHub, GitHubOptions } from './embedded-github.ts';
import type { DeliveryOrder } from './deliveries.ts';
import { Emulator } from './emulator.ts';
import { type FrontState, type Incoming, answerRequest } from './front.ts';
import { isApiRequest, serveRequest } from './http.ts';
import { FormerAnswers } from './former-answers.ts';
import { Identities } from './identities.ts';
import { Interference } from './interference.ts';
import { localFetch } from './local-fetch.ts';
import { changeInstallation, installationOf } from './installations.ts';
import { startBudgets } from './limits/budgets.ts';
import type { Repo } from './model/repo.ts';
import type { World } from './model/world.ts';
import { registerApp } from './register-app.ts';
import { type Person, type Send, personActing } from './person.ts';
import type { GitHubSeed } from './seed.ts';
import { snapshot } from './snapshot.ts';

/** Starts on the loopback interface; the port is free unless one is given. */
export async function start(options: GitHubOptions): Promise<EmbeddedGitHub> {
  const { seed } = options;
  const now = options.now ?? Date.now;
  let state: FrontState | undefined;
  const server = createServer((request, response) => {
    void serveRequest(request, response, (incoming) => answerRequest(started(state), incoming));
  });
  const url = await listen(server, options.port ?? 0, '127.0.0.1');
  const origin = options.publicUrl ?? url;
  const emulator = await Emulator.start(seed, origin, adminOf(seed));
  const { lag, createdByMissesBots, listsMissPinned, limits = false } = options;
  const parts = { url, seed, emulator, server, origin, now, lag, createdByMissesBots, listsMissPinned };
  const world = await buildWorld(parts);
  const ready: FrontState = {
    world,
    identities: identitiesOf(world, seed),
    interference: new Interference(),
    former: new FormerAnswers(),
    journal: [],
    violations: [],
    checkRequest: options.checkRequest,
    limits,
    budgets: startBudgets(now),
  };
  state = ready;
  return embed(ready, parts);
}

interface Parts {
  readonly url: string;
  readonly origin: string;
  readonly seed: GitHubSeed;
  readonly emulator: Emulator;
  readonly server: Server;
  readonly now: () => number;
  readonly lag: number | undefined;
  readonly createdByMissesBots: boolean | undefined;
  readonly listsMissPinned: boolean | undefined;
}

function embed(state: FrontState, parts: Parts): EmbeddedGitHub {
  const { interference } = state;
  return {
    url: parts.url,
    app: state.world.app,
    journal: state.journal,
    violations: state.violations,
    get deliveries() {
      return state.world.deliveries.sent;
    },
    handle: (request, response) => {
      if (!isApiRequest(request.url ?? '/')) return false;
      void serveRequest(request, response, (incoming) => answerRequest(state, incoming));
      return true;
    },
    fetch: localFetch((incoming) => answerRequest(state, incoming)),
    token: (login) => state.identities.tokenOf(login),
    registerApp: (form) => registerApp(state.world, form),
    setWebhookUrl: (to) => {
      state.world.deliveries.url = to;
    },
    deliver: async (what) => deliver(state.world, parts.seed, what),
    before: (hook) => interference.add('before', hook),
    after: (hook) => interference.add('after', hook),
    fault: (rule) => interference.addFault(rule),
    clearFaults: () => interference.clearFaults(),
    setInstallation: (owner, change) => {
      const installation = installationOf(state.world, owner);
      changeInstallation(installation, change, state.world.now());
      if (change.revoke === true) state.identities.revoke(installation.id);
    },
    setQuirks: (change) => {
      state.world.quirks = { ...state.world.quirks, ...change };
    },
    as: (login, repo) => personOf(state, parts.seed, login, repo),
    deleteVersions: (login, comment) =>
      deleteVersions(
        state.world,
        state.identities.actorOf(`Bearer ${state.identities.tokenOf(login)}`),
        comment,
      ),
    runJobs: (order) => runJobs(state.world, ownRepo(state.world, parts.seed), order),
    state: () => snapshot(state.world),
    settled: () => state.world.deliveries.settled(),
    reset: () => reset(state, parts),
    close: () => close(parts),
  };
}

function deliver(world: World, seed: GitHubSeed, what: string | DeliveryOrder): Promise<number | undefined> {
  if (typeof what === 'string') return world.deliveries.redeliver(what);
  const { event, payload, by = adminOf(seed), id } = what;
  const sender = world.accounts.get(by.toLowerCase());
  if (sender === undefined) throw new Error(`the seed has nobody called ${by}`);
  const around = surroundings(world, ownRepo(world, seed), sender);
  return world.deliveries.send(event, { ...around, ...payload }, id);
}

function ownRepo({ repos }: World, { owner, repo }: GitHubSeed): Repo {
  const found = repos.get(`${owner}/${repo}`.toLowerCase());
  if (found === undefined) throw new Error('the seed has no repository');
  return found;
}

function personOf(state: FrontState, seed: GitHubSeed, login: string, repo = seed.repo): Person {
  const authorization = `Bearer ${state.identities.tokenOf(login)}`;
  const send: Send = async (method, url, body) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const incoming: Incoming = { method, url, headers: { authorization }, text, byHand: true };
    const answer = await answerRequest(state, incoming);
    if (answer === 'drop') throw new Error('faults leave requests by hand alone');
    // A copy, so that nobody holds the state itself.
    return { status: answer.status, json: structuredClone(answer.json) };
  };
  return personActing(send, `/repos/${repo.includes('/') ? repo : `${seed.owner}/${repo}`}`);
}

/** Back to the seed, with the same address, key and tokens; deliveries go where they last went. */
async function reset(state: FrontState, parts: Parts): Promise<void> {
  await state.world.deliveries.settled();
  const { url } = state.world.deliveries;
  parts.emulator.reset();
  state.world = await buildWorld(parts);
  state.world.deliveries.url = url;
  state.identities = identitiesOf(state.world, parts.seed, state.identities);
  state.interference.clear();
  state.former.clear();
  state.budgets.clear();
  state.journal.length = 0;
  state.violations.length = 0;
}

async function close({ server, emulator }: Parts): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await emulator.close();
}

function identitiesOf(world: World, { workflow }: GitHubSeed, former?: Identities): Identities {
  const bot = world.accounts.get(`${world.app.slug}[bot]`.toLowerCase());
  if (bot === undefined) throw new Error('the App has no account');
  return new Identities(world.accounts.values(), bot, workflow?.permissions, former);
}

function adminOf(seed: GitHubSeed): string {
  const admin = seed.people.find((person) => person.permission === 'admin');
  if (admin === undefined) throw new Error('the seed needs a person with admin permission');
  return admin.login;
}

function started(state: FrontState | undefined): FrontState {
  if (state === undefined) throw new Error('the embedded GitHub is still starting');
  return state;
}
