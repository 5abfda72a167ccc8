// The emulator's page. It asks for the state each second, and for what is selected. Texts of clients become text nodes, never markup.

const byId = id => document.getElementById(id);
const views = ['jobs', 'workspaces', 'requests', 'connect'];
let token = readToken();
let state;

// The address may bring the token after the #, which browsers do not send: #token=local, or #token=local/jobs/1. It is kept for this tab.
function readToken() {
  const [, brought, rest] = location.hash.match(/^#token=([^/]+)(.*)$/) ?? [];
  if (brought) {
    sessionStorage.setItem('token', decodeURIComponent(brought));
    history.replaceState(null, '', `#${rest || '/jobs'}`);
  }
  return sessionStorage.getItem('token');
}

async function call(path, body) {
  const response = await fetch(`emulator/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `fmetoken token=${token}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (response.ok) {
    return answer;
  }
  throw Object.assign(new Error(answer.message), { status: response.status, details: answer.details ?? {} });
}

// Elements.

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const badge = (look, text) => make('span', { className: `badge ${look}` }, text);
const problemsOf = problems => make('ul', { className: 'problems warn' }, ...problems.map(problem => make('li', {}, problem)));
const titled = (title, ...content) => make('section', {}, make('h3', {}, title), ...content);

function timeOf(text) {
  const time = new Date(text);
  return make('time', { dateTime: text, title: time.toLocaleString() }, time.toLocaleTimeString());
}

// A path that breaks after its slashes first.
const breakable = path => path.split('/').flatMap((part, index) => index > 0 ? ['/', make('wbr', {}), part] : [part]);

function durationOf(seconds) {
  if (seconds === undefined) {
    return '–';
  }
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

// Fills an element where the data has changed, so that focus, selection and scrolling stay where they are.
const filledWith = new WeakMap();
function fill(element, data, render) {
  const text = JSON.stringify(data);
  if (filledWith.get(element) === text) {
    return;
  }
  const hadFocus = element.contains(document.activeElement);
  filledWith.set(element, text);
  element.replaceChildren(...render(data));
  if (hadFocus) {
    (element.querySelector('a, button, input') ?? element).focus();
  }
}

// Shows a list of items, each in an element of its own that stays while the item is there.
function fillList(list, tag, items, render) {
  const old = new Map([...list.children].map(element => [element.dataset.key, element]));
  items.forEach(([key, item], index) => {
    const element = old.get(String(key)) ?? make(tag, {});
    old.delete(String(key));
    element.dataset.key = key;
    fill(element, item, render);
    if (list.children[index] !== element) {
      list.insertBefore(element, list.children[index] ?? null);
    }
  });
  old.forEach(element => element.remove());
}

function showEither(section, isEmpty, filled) {
  section.querySelector('.empty').hidden = !isEmpty;
  section.querySelector(filled).hidden = isEmpty;
}

function select(link, isSelected) {
  if (isSelected) {
    link.setAttribute('aria-current', 'true');
  }
  return link;
}

// Jobs.

function showJobs(selected) {
  const section = byId('jobs');
  const { jobs, jobCount } = state;
  showEither(section, jobs.length === 0, 'table');
  fillList(section.querySelector('tbody'), 'tr', jobs.map(job => [job.id, { ...job, isSelected: String(job.id) === selected }]), job => [
    make('td', {}, select(make('a', { href: `#/jobs/${job.id}`, ariaLabel: `Job ${job.id}` }, String(job.id)), job.isSelected)),
    make('td', { className: 'name' }, ...breakable(job.workspace)),
    make('td', {}, badgesOf(job)),
    make('td', {}, timeOf(job.submitted)),
    make('td', { className: 'number' }, durationOf(job.seconds)),
  ]);
  const more = section.querySelector('.more');
  more.hidden = jobs.length === jobCount;
  more.textContent = `The latest ${jobs.length} of ${jobCount} jobs.`;
}

function badgesOf({ look, status, problems }) {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return make('div', { className: 'badges' }, badge(look, status), ...(problems.length > 0 ? [badge('warn', count)] : []));
}

const renderJob = job => [
  make('a', { href: '#/jobs', className: 'back' }, 'All jobs'),
  make('header', {}, make('h3', {}, `Job ${job.id}`), badgesOf(job)),
  make('p', {}, job.workspace),
  ...(job.message ? [make('p', { className: 'muted' }, job.message)] : []),
  ...(job.problems.length > 0 ? [titled('Problems', problemsOf(job.problems))] : []),
  titled('Values', job.values.length > 0 ? make('dl', {}, ...job.values.flatMap(renderValue)) : make('p', { className: 'muted' }, 'None.')),
  titled('Log', job.log.length > 0
    ? make('pre', { className: 'log', tabIndex: 0, ariaLabel: 'Log' }, ...job.log.map(renderLine))
    : make('p', { className: 'muted' }, 'It begins when an engine takes the job.')),
  titled('Details', make('dl', {},
    make('dt', {}, 'Submitted'), make('dd', {}, timeOf(job.submitted)),
    make('dt', {}, 'Ran'), make('dd', {}, durationOf(job.seconds)),
    ...job.facts.flatMap(fact => [make('dt', {}, fact.name), make('dd', {}, fact.text)]))),
];

const renderValue = value => [
  make('dt', { className: 'mono' }, value.name),
  make('dd', {}, value.value.join('\n'), ...(value.origin === 'sent' ? [] : [badge(value.origin === 'unknown' ? 'warn' : 'idle', value.origin)])),
];

const renderLine = line => make('span', { className: line.severity }, `${line.time} ${line.severity.padEnd(6)} ${line.text}`);

// Workspaces.

function showWorkspaces(selected) {
  const section = byId('workspaces');
  showEither(section, state.workspaces.length === 0, 'ul');
  fillList(section.querySelector('ul'), 'li', state.workspaces.map(workspace => {
    const address = `${encodeURIComponent(workspace.repository)}/${encodeURIComponent(workspace.name)}`;
    return [address, { ...workspace, address, isSelected: address === selected }];
  }), workspace => [
    select(make('a', { href: `#/workspaces/${workspace.address}` }, workspace.label, make('span', {}, workspace.title)), workspace.isSelected),
  ]);
}

const renderWorkspace = workspace => [
  make('a', { href: '#/workspaces', className: 'back' }, 'All workspaces'),
  make('header', {}, make('h3', {}, workspace.label)),
  ...[workspace.title, workspace.description].filter(text => text).map(text => make('p', { className: 'muted' }, text)),
  formOf(workspace),
];

function formOf(workspace) {
  const fields = workspace.parameters.map((parameter, index) => fieldOf(parameter, `field-${index}`));
  const trouble = make('p', { className: 'error', role: 'alert' });
  const form = make('form', { noValidate: true, className: 'fields' }, ...fields.map(field => field.element), trouble, make('button', {}, 'Run'));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const publishedParameters = Object.fromEntries(fields.map(field => [field.name, field.read()]).filter(([, value]) => value !== undefined));
    try {
      const job = await call('jobs', { repository: workspace.repository, workspace: workspace.name, publishedParameters });
      location.hash = `#/jobs/${job.id}`;
    } catch (error) {
      const details = { ...error.details };
      for (const field of fields) {
        field.tell(details[field.name]);
        delete details[field.name];
      }
      trouble.textContent = [error.message, ...Object.entries(details).map(([name, text]) => `${name}: ${text}`)].join(' ');
      form.querySelector('[aria-invalid=true]')?.focus();
    }
  });
  return form;
}

// A field that is left empty is not sent, and the workspace's default applies.
function fieldOf(parameter, id) {
  const isSet = parameter.isList && parameter.choices.length > 0;
  const caption = [parameter.prompt, parameter.isRequired ? ' (required) ' : ' ', make('code', {}, parameter.label)];
  const error = make('p', { className: 'error', id: `${id}-error` });
  const control = isSet ? checkboxesOf(parameter) : controlOf(parameter, id);
  const described = isSet ? make('fieldset', { className: 'field' }) : control;
  const element = isSet ? described : make('div', { className: 'field' });
  element.append(
    isSet ? make('legend', {}, ...caption) : make('label', { htmlFor: id }, ...caption),
    control,
    ...(parameter.isOpen ? [make('datalist', { id: `${id}-choices` }, ...parameter.choices.map(optionOf))] : []),
    make('p', { className: 'hint', id: `${id}-hint` }, parameter.hint),
    error);
  described.setAttribute('aria-describedby', `${id}-hint ${id}-error`);
  return {
    name: parameter.name,
    element,
    read: () => isSet ? checkedIn(control) : read(control, parameter.isList),
    tell: text => {
      error.textContent = text ?? '';
      described.setAttribute('aria-invalid', String(text !== undefined));
    },
  };
}

const optionOf = choice => make('option', { value: choice.value }, choice.caption);

function controlOf(parameter, id) {
  if (parameter.choices.length > 0 && !parameter.isOpen) {
    return make('select', { id }, make('option', { value: '' }, ''), ...parameter.choices.map(optionOf));
  }
  if (parameter.isMultiline || parameter.isList) {
    return make('textarea', { id, rows: 3, spellcheck: false });
  }
  const input = make('input', { id, type: parameter.isSecret ? 'password' : 'text', autocomplete: 'off', spellcheck: false });
  if (parameter.isOpen) {
    input.setAttribute('list', `${id}-choices`);
  }
  return input;
}

const checkboxesOf = parameter => make('div', { className: 'choices', tabIndex: 0 }, ...parameter.choices.map(choice =>
  make('label', {}, make('input', { type: 'checkbox', value: choice.value }), choice.caption)));

function checkedIn(boxes) {
  const values = [...boxes.querySelectorAll(':checked')].map(box => box.value);
  return values.length > 0 ? values : undefined;
}

function read(control, isList) {
  if (control.value === '') {
    return undefined;
  }
  return isList ? control.value.split('\n').filter(line => line !== '') : control.value;
}

// Requests.

function showRequests() {
  const section = byId('requests');
  const { requests } = state;
  showEither(section, requests.length === 0, 'table');
  fillList(section.querySelector('tbody'), 'tr', requests.map((request, index) => [index, request]), request => [
    make('td', { className: 'mono' }, request.method),
    make('td', {}, make('span', { className: 'mono' }, request.path), ...(request.problems.length > 0 ? [problemsOf(request.problems)] : [])),
    make('td', {}, request.statusCode
      ? badge(request.statusCode < 400 ? 'good' : 'bad', String(request.statusCode))
      : badge('idle', 'No response')),
  ]);
}

// Connect.

const snippets = [...document.querySelectorAll('#connect pre')].map(shown => ({ shown, text: shown.textContent }));

function showConnect() {
  const values = { '{url}': location.origin, '{token}': token, '{api}': state.api };
  for (const { shown, text } of snippets) {
    shown.textContent = text.replace(/\{(url|token|api)\}/g, key => values[key]);
  }
}

function addCopyButtons() {
  for (const { shown } of snippets) {
    const name = shown.previousElementSibling.textContent;
    const button = make('button', { type: 'button', ariaLabel: `Copy: ${name}` }, 'Copy');
    button.addEventListener('click', async () => {
      getSelection().selectAllChildren(shown);
      try {
        await navigator.clipboard.writeText(shown.textContent);
        button.textContent = 'Copied';
      } catch {
        // Browsers allow it to secure origins alone. The text is selected.
        button.textContent = 'Press Ctrl+C';
      }
    });
    shown.ariaLabel = name;
    const row = make('div', { className: 'copied' });
    shown.replaceWith(row);
    row.append(shown, button);
  }
}

// The whole page.

function route() {
  const [, view, ...rest] = location.hash.split('/');
  return { view: views.includes(view) ? view : 'jobs', selected: rest.join('/') };
}

async function show() {
  const { view, selected } = route();
  byId('build').textContent = state.build;
  byId('views').hidden = false;
  byId('sign-in').hidden = true;
  for (const name of views) {
    byId(name).hidden = name !== view;
    const link = byId('views').querySelector(`[href="#/${name}"]`);
    link.toggleAttribute('aria-current', false);
    select(link, name === view);
  }
  document.title = `${byId(`${view}-title`).textContent} – FME Flow emulator`;
  ({ jobs: showJobs, workspaces: showWorkspaces, requests: showRequests, connect: showConnect })[view](selected);
  if (view === 'jobs' || view === 'workspaces') {
    await showSelected(byId(view).querySelector('article'), view, selected);
  }
}

async function showSelected(article, view, selected) {
  if (!selected) {
    article.hidden = true;
    return;
  }
  let data;
  try {
    data = await call(`${view}/${selected}`);
  } catch (error) {
    if (error.status !== 404 && error.status !== 400) {
      throw error;
    }
    data = { missing: error.message };
  }
  const now = route();
  if (now.view === view && now.selected === selected) {
    article.hidden = false;
    fill(article, data, found => found.missing ? [make('p', {}, found.missing)] : view === 'jobs' ? renderJob(found) : renderWorkspace(found));
  }
}

function tell(trouble) {
  byId('trouble').hidden = trouble === '';
  byId('trouble').textContent = trouble;
}

function signIn(trouble) {
  token = null;
  sessionStorage.removeItem('token');
  tell(trouble);
  byId('views').hidden = true;
  views.forEach(name => { byId(name).hidden = true; });
  byId('sign-in').hidden = false;
}

async function update() {
  try {
    state = await call('state');
    tell('');
    await show();
  } catch (error) {
    if (error.status === 401 || error.status === 403) {
      signIn('The emulator does not accept this token.');
    } else {
      tell('The emulator does not respond. The page tries again each second.');
    }
  }
}

async function keepUpdating() {
  if (token && !document.hidden) {
    await update();
  }
  setTimeout(keepUpdating, 1000);
}

addEventListener('hashchange', async () => {
  token = readToken();
  if (token) {
    await update();
    scrollTo(0, 0);
    document.querySelector('article:not([hidden])')?.focus();
  }
});

byId('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  token = byId('token').value;
  sessionStorage.setItem('token', token);
  await update();
});

addCopyButtons();
if (!token) {
  signIn('');
}
await keepUpdating();
