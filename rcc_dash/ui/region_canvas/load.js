// Fetches once what of the map never changes, the script and the land, and gives it each new picture.

const fetched = new Map();

function once(address, get) {
  if (!fetched.has(address)) {
    const found = get(new URL(address, document.baseURI).href);
    fetched.set(address, found);
    found.catch(() => fetched.delete(address)); // the next picture asks again
  }
  return fetched.get(address);
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the outlines of the map: ${answer.status}`);
  return answer.json();
}

export default async function (component) {
  const { script, land } = component.data;
  const [map, outlines] = await Promise.all([once(script, (address) => import(address)), once(land, json)]);
  return map.default(component, outlines);
}
