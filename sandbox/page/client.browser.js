// Sends what buttons ask for and keeps the page up to date; the page itself comes ready from the server.

const PLAY_PAUSE_MS = 700;

/** Set while the clock plays. */
let playing = false;
/** The newest version that is shown or being fetched. */
let version = Number(document.body.dataset.version);
let refreshing;
/** Asked to refresh once more. */
let again = false;

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-control]')) return;
  event.preventDefault();
  void submit(form, event.submitter);
});

async function submit(form, button) {
  const done = await send(button?.getAttribute('formaction') ?? form.dataset.control, orderOf(form, button));
  if (!done) return;
  if ('clear' in form.dataset) form.reset();
  for (const field of form.querySelectorAll('textarea')) delete field.dataset.dirty;
  await refresh();
}

document.addEventListener('change', (event) => {
  const field = event.target;
  if (field.matches('[data-tick]')) void tick(field);
  if (field.matches('[data-choose]')) void choose(field);
  if (field.matches('[data-scenario]')) void start(field.value);
  if (field.matches('[data-load]')) void load(field);
});

async function tick(box) {
  const { tick: issue, line, item } = box.dataset;
  const order = { action: 'tick', issue: Number(issue), item, line: Number(line), on: box.checked };
  if (!(await send('/control/act', { as: person(), ...order }))) box.checked = !box.checked;
  await refresh();
}

async function choose(field) {
  const url = new URL(location.href);
  url.searchParams.set(field.dataset.choose, field.value);
  history.replaceState(null, '', url);
  await refresh();
}

/** Puts the text of a chosen file where it can be looked at; nothing is sent yet. */
async function load(field) {
  const [file] = field.files;
  if (file === undefined) return;
  const area = document.getElementById(field.dataset.load);
  area.value = await file.text();
  area.dataset.dirty = '';
  say(`${file.name} is loaded. Commit it, propose it, or start over with it.`);
}

async function start(scenario) {
  stop();
  await send('/control/reset', { scenario });
  history.replaceState(null, '', `/?as=${encodeURIComponent(person())}`);
  await refresh();
}

document.addEventListener('input', (event) => {
  if (event.target.matches('textarea')) event.target.dataset.dirty = '';
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-play]') === null) return;
  if (playing) stop();
  else play();
});

/** The fields of a form as JSON, as the control calls take it. */
function orderOf(form, button) {
  const order = {};
  for (const field of form.elements) {
    if (field.name === '' || field.type === 'file') continue;
    order[field.name] = valueOf(field);
  }
  const [key, value] = button?.dataset.set?.split(':') ?? [];
  if (key !== undefined) order[key] = value;
  const [from, to] = button?.dataset.rename?.split(':') ?? [];
  if (from !== undefined) order[to] = order[from];
  for (const name of button?.dataset.drop?.split(' ') ?? []) delete order[name];
  if (order.action !== undefined) order.as = form.dataset.as ?? person();
  return order;
}

function valueOf({ dataset, value }) {
  if (dataset.type === 'number') return Number(value);
  return dataset.type === 'json' ? JSON.parse(value) : value;
}

function person() {
  return document.getElementById('as').value;
}

function play() {
  playing = true;
  showPlay();
  void playOn();
}

async function playOn() {
  if (!playing) return;
  const done = await send('/control/clock', { days: 1 });
  await refresh();
  if (!done || document.getElementById('next-event').disabled) return stop();
  setTimeout(() => void playOn(), PLAY_PAUSE_MS);
}

function stop() {
  playing = false;
  showPlay();
}

function showPlay() {
  const button = document.getElementById('play');
  button.textContent = playing ? 'Pause' : 'Play';
  button.setAttribute('aria-pressed', String(playing));
}

/** Sends an order; says what went wrong, and answers whether it was done. */
async function send(path, order) {
  document.body.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    if (answer.ok) {
      say('');
      return true;
    }
    const { error } = await answer.json();
    say(error, true);
  } catch {
    say('The sandbox does not answer. Is it still running?', true);
  } finally {
    document.body.removeAttribute('aria-busy');
  }
  return false;
}

function say(words, bad = false) {
  const status = document.getElementById('status');
  status.textContent = words;
  status.classList.toggle('status-bad', bad);
}

/** Fetches the page as it is now and changes what differs; asked again meanwhile, it does so once more. */
async function refresh() {
  again = true;
  refreshing ??= refreshAll();
  await refreshing;
}

async function refreshAll() {
  while (again) {
    again = false;
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
      show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      say('The sandbox does not answer. Is it still running?', true);
    }
  }
  refreshing = undefined;
}

function today() {
  return document.getElementById('today').textContent;
}

function show(next) {
  const before = today();
  version = Number(next.body.dataset.version);
  document.title = next.title;
  document.body.dataset.version = String(version);
  const focus = focused();
  change(document.body, next.body);
  restore(focus);
  showPlay();
  if (today() !== before && !document.getElementById('status').classList.contains('status-bad'))
    say(`It is ${today()}.`);
}

/** What has the focus, in a way that finds it again on the changed page. */
function focused() {
  const node = document.activeElement;
  if (node === null || node === document.body) return undefined;
  return { node, id: node.id, otherwise: node.closest('header') === null ? 'pane' : 'next-day' };
}

/** Focus stays where it was; where that is gone, it goes to the pane, or to the first button of the clock. */
function restore(focus) {
  if (focus === undefined) return;
  const found = focus.id === '' ? focus.node : document.getElementById(focus.id);
  const usable = found?.isConnected === true && found.disabled !== true;
  const target = usable ? found : document.getElementById(focus.otherwise);
  if (document.activeElement !== target) target?.focus({ preventScroll: usable });
}

/** Makes the children of one element those of another, and keeps focus, open details and unsaved texts. */
function change(element, next) {
  const old = [...element.childNodes];
  const made = [...next.childNodes];
  const partners = pairs(old, made);
  const kept = new Set(partners.values());
  for (const node of old) if (!kept.has(node)) node.remove();
  let place = element.firstChild;
  for (const child of made) {
    const known = partners.get(child);
    if (known === undefined) element.insertBefore(document.importNode(child, true), place);
    else {
      place = known.nextSibling;
      changeNode(known, child);
    }
  }
}

/** Which old node goes on as which new one: the longest row of those that are alike, then the next that fits. */
function pairs(old, made) {
  const found = new Map();
  let [from, to, end] = [0, 0, 0];
  while (from < old.length && from < made.length && alike(old[from], made[from])) from += 1;
  const rest = Math.min(old.length, made.length) - from;
  while (end < rest && alike(old[old.length - 1 - end], made[made.length - 1 - end])) end += 1;
  for (let index = 0; index < from; index += 1) found.set(made[index], old[index]);
  for (let index = 1; index <= end; index += 1) found.set(made[made.length - index], old[old.length - index]);
  const left = old.slice(from, old.length - end);
  for (const child of made.slice(from, made.length - end)) {
    let at = left.findIndex((node, index) => index >= to && alike(node, child));
    if (at < 0 && to < left.length && isSame(left[to], child)) at = to;
    if (at < 0) continue;
    found.set(child, left[at]);
    to = at + 1;
  }
  return found;
}

function alike(node, next) {
  return isSame(node, next) && nameOf(node) === nameOf(next);
}

/** What a node is about, whatever its numbers say. */
function nameOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE || node.id !== '') return '';
  const words = node.matches('details') ? node.querySelector('summary') : node;
  return (words?.textContent ?? '')
    .replaceAll(/[\d\s]+/g, ' ')
    .trim()
    .slice(0, 40);
}

function isSame(node, next) {
  if (node.nodeName !== next.nodeName || node.nodeType !== next.nodeType) return false;
  return node.nodeType !== Node.ELEMENT_NODE || node.id === next.id;
}

function changeNode(node, next) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.nodeValue !== next.nodeValue) node.nodeValue = next.nodeValue;
    return;
  }
  if (node.id === 'status') return;
  for (const name of node.getAttributeNames())
    if (!next.hasAttribute(name) && !isOurs(node, name)) node.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (node.getAttribute(name) !== value && !isOurs(node, name)) node.setAttribute(name, value);
  if (node.matches('input[type=checkbox]')) node.checked = next.hasAttribute('checked');
  if (node.matches('input[data-follow]') && document.activeElement !== node)
    node.value = next.getAttribute('value');
  if (node.matches('textarea')) {
    if (!('dirty' in node.dataset) && node.defaultValue !== next.defaultValue)
      node.value = node.defaultValue = next.defaultValue;
    return;
  }
  change(node, next);
  if (node.matches('select[data-follow]')) node.value = next.value;
}

/** What the visitor has opened stays open; what they have typed stays marked. */
function isOurs(node, name) {
  return (name === 'open' && node.matches('details')) || name === 'data-dirty' || name === 'aria-busy';
}

const events = new EventSource('/control/events');
events.addEventListener('changed', (event) => {
  if (JSON.parse(event.data).version !== version) void refresh();
});

// On a narrow screen the chosen tab may lie outside.
document.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
