/** Services and their processes, and what waits in them; looked at every few seconds. */
import { html, nothing, render } from '/console/lib/lit-html.js';
import { ask } from '/console/health/services.js';
import { head, serviceName, silent } from '/console/health/parts.js';
import { duration, moment, number, say } from '/console/language.js';
import { badge, loginNeeded } from '/console/parts.js';
import { every } from '/console/poll.js';
import { isLoggedIn } from '/console/session.js';

export const title = 'health.title';

const LOOK_EVERY = 3000;
const QUIET_SECONDS = 20;
const OLD_SECONDS = 60;

export async function show(root, { signal }) {
  if (!isLoggedIn()) {
    render(html`${head()}${loginNeeded()}`, root);
    return;
  }
  await every(LOOK_EVERY, { root, signal }, async () => {
    const [door, answers] = await Promise.all([gateway(signal), ask('/operations/state', signal)]);
    if (!signal.aborted) {
      render(content(door, answers), root);
    }
  });
}

/** The door tells its own readiness to everybody. */
async function gateway(signal) {
  try {
    return await (await fetch('/q/health/ready', { signal })).json();
  } catch {
    return { status: 'DOWN', checks: [] };
  }
}

function content(door, answers) {
  const refused = answers.filter(({ fault }) => fault?.problem?.status === 403);
  return html`${head()}
    ${refused.length === answers.length && refused.length ? silent(refused) : html`
      <div class="cards">
        ${doorCard(door, answers.find(isDoor)?.answer)}
        ${answers.filter((it) => !isDoor(it)).map(card)}
      </div>
      <p class="asof" aria-live="off">${say('health.seen', { moment: moment(Date.now()) })}</p>`}`;
}

const isDoor = ({ service }) => service === 'gateway';

/** The door tells its checks to everybody, and to operations what any service tells. */
const doorCard = (door, answer) => html`
  <article class="card" data-service="gateway">
    <header><h2>${say('service.gateway')}</h2>${door.status === 'UP'
    ? badge('good', say('health.up')) : badge('bad', say('health.down'))}</header>
    <dl>${(door.checks ?? []).map((check) => html`
      <div><dt>${checkName(check.name)}</dt><dd>${check.status === 'UP' ? say('health.up') : say('health.down')}</dd></div>`)}
    </dl>
    ${answer ? figures(answer) : nothing}
  </article>`;

/** Checks are named by whoever brought them; those that are known have a name for people. */
function checkName(name) {
  const key = `check.${name.toLowerCase().split(' ')[0]}`;
  const words = say(key);
  return words === key ? name : words;
}

const card = ({ service, answer, fault }) => html`
  <article class="card" data-service=${service}>
    <header><h2>${serviceName(service)}</h2>${fault ? badge('bad', say('health.down')) : state(answer)}</header>
    ${fault ? silent([{ service, fault }]) : figures(answer)}
  </article>`;

const isAlive = (instance) => instance.quietSeconds < QUIET_SECONDS;

function state({ instances, outbox, deadLetters }) {
  const needsSomebody = deadLetters > 0 || outbox.oldestSeconds > OLD_SECONDS || !instances.every(isAlive);
  return needsSomebody ? badge('warn', say('health.attention')) : badge('good', say('health.up'));
}

const figures = ({ instances, outbox, deadLetters, queuedJobs, runningJobs }) => html`
  <dl>
    <div><dt>${say('health.instances')}</dt><dd>${number(instances.filter(isAlive).length)}</dd></div>
    <div><dt>${say('health.backlog')}</dt><dd>${number(outbox.backlog)}</dd></div>
    <div><dt>${say('health.oldest')}</dt>
      <dd>${outbox.backlog ? duration(outbox.oldestSeconds) : '–'}</dd></div>
    <div><dt>${say('letters.title')}</dt>
      <dd>${deadLetters ? html`<a href="/console/health/letters">${number(deadLetters)}</a>` : '0'}</dd></div>
    <div><dt>${say('health.jobs')}</dt>
      <dd><a href="/console/health/jobs">${number(runningJobs + queuedJobs)}</a></dd></div>
  </dl>
  <ul class="instances">${instances.map(instanceLine)}</ul>`;

const instanceLine = (instance) => html`
  <li><code>${instance.address}</code> ${isAlive(instance) ? nothing
    : badge('bad', say('health.quiet', { time: duration(instance.quietSeconds) }))}
    <span class="hint">${say('health.since', { version: instance.version, moment: moment(instance.startedAt) })}</span></li>`;
