/** Does something again and again while its view is shown and somebody can see it. */
import { render } from '/console/lib/lit-html.js';
import { failure } from '/console/parts.js';

export function every(milliseconds, { root, signal }, work) {
  let timer;
  const round = async () => {
    try {
      if (document.visibilityState === 'visible') {
        await work();
      }
    } catch (fault) {
      if (!signal.aborted) {
        render(failure(fault), root);
      }
    }
    if (!signal.aborted) {
      timer = setTimeout(round, milliseconds);
    }
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return round();
}
