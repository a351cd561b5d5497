/** Loads the libraries that are no modules, each once and only when a view needs it. */
const loading = new Map();

export function script(address) {
  return once(address, (element) => {
    element.src = address;
  }, 'script');
}

export function stylesheet(address) {
  return once(address, (element) => {
    element.rel = 'stylesheet';
    element.href = address;
  }, 'link');
}

function once(address, fill, tag) {
  if (!loading.has(address)) {
    loading.set(address, new Promise((resolve, reject) => {
      const element = document.createElement(tag);
      element.addEventListener('load', resolve);
      element.addEventListener('error', () => {
        loading.delete(address);
        element.remove();
        reject(new Error(`${address} could not be loaded`));
      });
      fill(element);
      document.head.append(element);
    }));
  }
  return loading.get(address);
}
