// The map on a canvas: takes the picture from the server, keeps what has not changed, and tells what is clicked.

class RegionMap {
  constructor(root) {
    this.frame = document.createElement('div');
    this.frame.innerHTML = `<style>${STYLE}</style>${HTML}`;
    root.append(this.frame);
    this.canvas = root.querySelector('canvas');
    this.tip = root.querySelector('.tip');
    // Drawn by the processor: as quick on a desktop without a graphics card as with one.
    this.context = this.canvas.getContext('2d', { willReadFrequently: true });
    this.layers = new Map();
    this.hands = new Hands(this);
    this.full = new Full(this, root);
    this.place = new Place(this);
    for (const button of root.querySelectorAll('[data-key]')) button.onclick = () => this.turn(button.dataset.key);
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this.canvas);
  }

  show({ deck, height, alt, camera, within }, land, tell) {
    this.tell = tell;
    this.height = height;
    this.within = within;
    this.canvas.setAttribute('aria-label', alt);
    const isElsewhere = this.opened(deck.initialViewState);
    this.place.hear(camera, isElsewhere);
    const layers = new Map(deck.layers.flat().map((layer) => [layer.id, this.kept(layer, land)]));
    this.layers = layers;
    this.point(null);
    if (this.times === this.full.times && this.tall === this.height) this.paint();
    else this.fit();
  }

  // Open where the server says a map of this land opens; says whether that is elsewhere than before.
  opened(state) {
    const text = JSON.stringify(state);
    if (text === this.state) return false;
    this.state = text;
    if (this.camera) this.camera.open(state);
    else this.camera = new Camera(state, 1, 1);
    return true;
  }

  // A layer that reads as before is not made anew.
  kept(layer, land) {
    const text = JSON.stringify(layer);
    const before = this.layers.get(layer.id);
    const isSame = before && before.text === text && before.land === land;
    return isSame ? before : { text, land, drawing: made(layer, land) };
  }

  // Give the canvas the size that it has on the page, and as many dots as the screen has there.
  fit() {
    if (!this.camera) return;
    this.times = this.full.times;
    this.tall = this.height;
    this.canvas.style.height = this.full.isOn ? '100vh' : `${this.height * this.times}px`;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (!width || !height) return;
    this.camera.resize(width / this.times, height / this.times);
    this.ratio = ratio * this.times;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== across) this.canvas.width = across;
    if (this.canvas.height !== down) this.canvas.height = down;
    this.paint();
  }

  turn(key) {
    KEYS[key](this.camera);
    this.moved();
  }

  // The reader has moved the map.
  moved() {
    this.camera.keep(this.within);
    this.paintSoon();
    this.place.moved();
  }

  paintSoon() {
    this.waiting ??= requestAnimationFrame(() => this.paint());
  }

  paint() {
    if (this.waiting) cancelAnimationFrame(this.waiting);
    this.waiting = null;
    if (!this.ratio) return;
    this.context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    this.context.clearRect(0, 0, this.camera.width, this.camera.height);
    for (const { drawing } of this.layers.values()) {
      drawing.paint(this.context, this.camera);
      const pointed = this.pointed && this.pointed.drawing === drawing;
      if (pointed && drawing.highlight) drawing.shade(this.context, this.pointed.item, drawing.highlight);
    }
    this.canvas.dataset.painted = Number(this.canvas.dataset.painted || 0) + 1;
  }

  found(at) {
    const drawings = [...this.layers.values()].map(({ drawing }) => drawing).filter((one) => one.pickable);
    for (const drawing of drawings.reverse()) {
      const item = drawing.find(this.context, at, this.ratio);
      if (item) return { drawing, item };
    }
    return null;
  }

  // Say what lies under the pointer; null when the pointer has left.
  point(at) {
    const found = at && this.found(at);
    this.tip.textContent = found ? told(found.item.object).tip : '';
    this.tip.hidden = !found;
    this.canvas.style.cursor = found ? 'pointer' : 'grab';
    const moved = (found && found.item) !== (this.pointed && this.pointed.item);
    this.pointed = found;
    if (moved) this.paintSoon();
  }

  click(at) {
    const found = this.found(at);
    if (found) this.tell('pick', { layer: found.drawing.id, code: told(found.item.object).code });
  }

  close() {
    this.watch.disconnect();
    this.full.close();
    this.place.close();
    this.frame.remove();
    if (this.waiting) cancelAnimationFrame(this.waiting);
  }
}

const maps = new WeakMap();
const lands = new Map();

async function fetchedLand(address) {
  const answer = await fetch(new URL(address, document.baseURI).href);
  if (!answer.ok) throw new Error(`the outlines of the map: ${answer.status}`);
  return new Land(await answer.json());
}

function landAt(address) {
  if (!lands.has(address)) {
    const found = fetchedLand(address);
    lands.set(address, found);
    found.catch(() => lands.delete(address)); // the next picture asks again
  }
  return lands.get(address);
}

export async function map(component) {
  const root = component.parentElement;
  const land = await landAt(component.data.land);
  if (!maps.has(root)) maps.set(root, new RegionMap(root));
  const drawn = maps.get(root);
  drawn.show(component.data, land, component.setTriggerValue);
  // Streamlit says good-bye too where a picture was overtaken by the next while the script was fetched.
  return () => {
    if ((root.host || root).isConnected) return;
    drawn.close();
    maps.delete(root);
  };
}
