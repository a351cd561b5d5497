/** A native dialog whose content is drawn anew as often as its owner wants. */
import { html, render } from '/console/lib/lit-html.js';
import { say } from '/console/language.js';

export function openDialog(title, signal) {
  const dialog = document.createElement('dialog');
  const before = document.activeElement;
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus?.();
  });
  signal.addEventListener('abort', () => dialog.close());
  document.body.append(dialog);
  const draw = (content, actions) => render(html`
    <article>
      <header>
        <button class="close" aria-label=${say('parts.close')} @click=${() => dialog.close()}></button>
        <h2 id="dialog-title">${title}</h2>
      </header>
      ${content}
      <footer>
        <button class="secondary" @click=${() => dialog.close()}>${say('parts.close')}</button>
        ${actions}
      </footer>
    </article>`, dialog);
  return {
    draw(content, actions = '') {
      draw(content, actions);
      if (!dialog.open) {
        dialog.showModal();
        dialog.querySelector('input, select, textarea')?.focus();
      }
      dialog.querySelector('.notice')?.scrollIntoView({ block: 'nearest' });
    },
    close: () => dialog.close(),
  };
}
