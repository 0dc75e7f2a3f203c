// What does a layer say of each of its objects? The part of deck.gl's JSON that figures/deck.py writes.

const PATH_OF = /^@@=([\w.]+)$/;
const CASE_OF = /([\w.]+)==(\d+)\?(\[[\d,]+\]):/g;

const dig = (object, path) => path.split('.').reduce((value, key) => value[key], object);

// A function that gives an object's value: a constant, "@@=path", or "@@=path==0?[…]:path==1?[…]:[…]".
function reader(spec) {
  if (typeof spec !== 'string' || !spec.startsWith('@@=')) return () => spec;
  const path = PATH_OF.exec(spec);
  if (path) return (object) => dig(object, path[1]);
  const cases = [...spec.matchAll(CASE_OF)].map(([, key, number, colour]) => [key, Number(number), JSON.parse(colour)]);
  const last = JSON.parse(spec.slice(spec.lastIndexOf('[')));
  return (object) => (cases.find(([key, number]) => dig(object, key) === number) || [0, 0, last])[2];
}

const css = ([r, g, b, a = 255]) => `rgba(${r},${g},${b},${a / 255})`;

// What a click or a pointer finds in an object: GeoJSON keeps it one level down.
const told = (object) => object.properties || object;

// Points of a line written as figures/polyline.py does: steps of a ten-thousandth of a degree, five bits a letter.
function points(text) {
  if (typeof text !== 'string') return text;
  const found = [];
  const at = [0, 0];
  let [axis, value, shift] = [0, 0, 0];
  for (let place = 0; place < text.length; place += 1) {
    const bits = text.charCodeAt(place) - 63;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    at[axis] += value & 1 ? ~(value >> 1) : value >> 1;
    if (axis) found.push([at[0] / 1e4, at[1] / 1e4]);
    [axis, value, shift] = [1 - axis, 0, 0];
  }
  return found;
}
