/** Who did what to partners and keys, the newest first. */
import { html, nothing, render } from '/console/lib/lit-html.js';
import { moment, say } from '/console/language.js';
import * as api from '/console/partners/api.js';
import { head } from '/console/partners/parts.js';
import { empty, loginNeeded, table } from '/console/parts.js';
import { isLoggedIn } from '/console/session.js';

export const title = 'acts.title';

export async function show(root, { signal }) {
  if (!isLoggedIn()) {
    render(html`${head()}${loginNeeded()}`, root);
    return;
  }
  let items = [];
  let next;
  const more = async () => {
    const page = await api.acts(next, signal);
    items = [...items, ...page.items];
    next = page.next;
    render(html`${head()} ${items.length ? rows(items) : empty(say('acts.empty'))}
      ${next ? html`<p><button class="secondary" @click=${more}>${say('parts.more')}</button></p>` : nothing}`, root);
  };
  await more();
}

const rows = (acts) => table(say('acts.title'), [
  [say('acts.at'), (it) => moment(it.at)],
  [say('acts.actor'), (it) => it.actor],
  [say('acts.action'), (it) => say(`act.${it.action}`)],
  [say('acts.subject'), subject],
  [say('form.reason'), (it) => it.reason ?? '–'],
], acts);

const subject = ({ subjectType, subjectId, after }) => (subjectType === 'partner'
  ? html`<a href=${`/console/partners/${subjectId}`}>${after?.name ?? after?.code ?? subjectId}</a>`
  : html`<code>${after?.publicId ?? subjectId}</code>`);
