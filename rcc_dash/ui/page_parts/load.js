// Fetches once the script of a part of the page, and gives the part each new state of it. All who ask wait for one
// promise: of two states that come while it is fetched the later one must be drawn last.

const scripts = new Map();

function fetched(address) {
  if (!scripts.has(address)) {
    const found = import(new URL(address, document.baseURI).href);
    scripts.set(address, found);
    found.catch(() => scripts.delete(address)); // the next state asks again
  }
  return scripts.get(address);
}

export default async function (component) {
  const { script, part } = component.data;
  return (await fetched(script))[part](component);
}
