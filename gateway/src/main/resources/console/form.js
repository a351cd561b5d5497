/** A dialog that asks for something, sends it, and shows what was refused beside it. */
import { html, nothing } from '/console/lib/lit-html.js';
import { openDialog } from '/console/dialog.js';
import { say } from '/console/language.js';
import { failure } from '/console/parts.js';

export function openForm({ title, fields, submit, danger = false, signal, send }) {
  const dialog = openDialog(title, signal);
  const draw = (busy, outcome = nothing) => dialog.draw(
    html`<form id="asked" @submit=${sent}>${fields}</form>${outcome}`,
    html`<button form="asked" class=${danger ? 'danger' : nothing} ?disabled=${busy}
      aria-busy=${busy ? 'true' : nothing}>${submit}</button>`,
  );
  const sent = async (event) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    draw(true);
    try {
      await send(given);
      dialog.close();
    } catch (fault) {
      draw(false, failure(fault));
    }
  };
  draw(false);
}

/** A labelled input; more attributes come as a template of their own where needed. */
export const input = (name, words, { type = 'text', value = '', required = false, hint, min, max, pattern } = {}) => html`
  <label>${words}
    <input name=${name} type=${type} .value=${value} ?required=${required} autocomplete="off"
      min=${min ?? nothing} max=${max ?? nothing} pattern=${pattern ?? nothing}>
    ${hint ? html`<small>${hint}</small>` : nothing}
  </label>`;

export const lines = (name, words, { value = '', required = false, hint } = {}) => html`
  <label>${words}
    <textarea name=${name} rows="2" spellcheck="false" ?required=${required} .value=${value}></textarea>
    ${hint ? html`<small>${hint}</small>` : nothing}
  </label>`;

export const choice = (name, words, options) => html`
  <label>${words}
    <select name=${name}>${options.map(([value, told]) => html`<option value=${value}>${told}</option>`)}</select>
  </label>`;

export const reason = () => input('reason', say('form.reason'), { required: true, hint: say('form.reason.hint') });

/** The lines of a text field, without empty ones. */
export const linesOf = (text) => (text ?? '').split(/[\s,]+/).filter(Boolean);
