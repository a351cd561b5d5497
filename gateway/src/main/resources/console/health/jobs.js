/** Long work of all services: how far it is, what it found, and stopping it. */
import { html, nothing, render } from '/console/lib/lit-html.js';
import { post } from '/console/api.js';
import { openDialog } from '/console/dialog.js';
import { ask, faults, together } from '/console/health/services.js';
import { head, serviceName, silent } from '/console/health/parts.js';
import { moment, number, say } from '/console/language.js';
import { badge, empty, failure, loginNeeded, table } from '/console/parts.js';
import { every } from '/console/poll.js';
import { isLoggedIn } from '/console/session.js';

export const title = 'jobs.title';

const LOOK_EVERY = 1500;
const MOST = 50;
const KINDS = { QUEUED: 'plain', RUNNING: 'info', SUCCEEDED: 'good', FAILED: 'bad', CANCELLED: 'plain' };

export async function show(root, { signal }) {
  if (!isLoggedIn()) {
    render(html`${head()}${loginNeeded()}`, root);
    return;
  }
  let unfinished = false;
  const draw = async () => {
    const answers = await ask(`/jobs?unfinished=${unfinished}&limit=${MOST}`, signal);
    if (!signal.aborted) {
      render(html`${head()}
        <label class="switch"><input type="checkbox" role="switch" .checked=${unfinished}
          @change=${(event) => { unfinished = event.target.checked; draw(); }}>${say('jobs.unfinished')}</label>
        ${silent(faults(answers))} ${list(together(answers), (job) => askToCancel(job, signal, draw))}`, root);
    }
  };
  await every(LOOK_EVERY, { root, signal }, draw);
}

const list = (jobs, cancel) => (jobs.length === 0
  ? empty(say('jobs.empty'), say('jobs.empty.hint'))
  : table(say('jobs.title'), [
    [say('jobs.created'), (it) => moment(it.createdAt)],
    [say('letters.service'), (it) => serviceName(it.service)],
    [say('jobs.kind'), (it) => html`<code>${it.kind}</code>`],
    [say('jobs.state'), (it) => badge(KINDS[it.state], say(`job.${it.state}`))],
    [say('jobs.progress'), progress],
    ['', (it) => (isLive(it) ? html`<button class="secondary small" @click=${() => cancel(it)}
      aria-label=${say('jobs.cancel.one', { kind: it.kind })}>${say('jobs.cancel')}</button>` : nothing)],
  ], jobs));

const isLive = (job) => job.state === 'QUEUED' || job.state === 'RUNNING';

const progress = (job) => html`
  ${job.total > 0 ? html`
    <progress max=${job.total} value=${job.done} aria-label=${say('jobs.progress')}></progress>
    <span class="hint">${say('jobs.done', { done: number(job.done), total: number(job.total) })}</span>` : '–'}
  ${job.errors.map((it) => html`<span class="hint bad">${it.code}: ${it.message}</span>`)}`;

function askToCancel(job, signal, changed) {
  const dialog = openDialog(say('jobs.cancel'), signal);
  const draw = (outcome = nothing) => dialog.draw(
    html`<p>${say('jobs.cancel.sure', { kind: job.kind, service: serviceName(job.service) })}</p>${outcome}`,
    html`<button class="danger" @click=${cancel}>${say('jobs.cancel')}</button>`,
  );
  const cancel = async () => {
    try {
      await post(`/api/${job.service}/v1/jobs/${job.id}/cancellation`, undefined, { signal });
      dialog.close();
      await changed();
    } catch (fault) {
      draw(failure(fault));
    }
  };
  draw();
}
