// The map on a canvas: takes the picture from the server, keeps what has not changed, and tells what is clicked.

class RegionMap {
  constructor(root) {
    this.canvas = root.querySelector('canvas');
    this.tip = root.querySelector('.tip');
    // Drawn by the processor: as quick on a desktop without a graphics card as with one.
    this.context = this.canvas.getContext('2d', { willReadFrequently: true });
    this.layers = new Map();
    this.hands = new Hands(this);
    this.full = new Full(this, root);
    for (const button of root.querySelectorAll('[data-key]')) {
      button.onclick = () => { KEYS[button.dataset.key](this.camera); this.paintSoon(); };
    }
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this.canvas);
  }

  show({ deck, height, alt }, tell) {
    this.tell = tell;
    this.height = height;
    this.size();
    this.canvas.setAttribute('aria-label', alt);
    const state = JSON.stringify(deck.initialViewState);
    if (!this.camera) this.camera = new Camera(deck.initialViewState, this.canvas.clientWidth, height);
    else if (state !== this.state) this.camera.open(deck.initialViewState);
    this.state = state;
    this.layers = new Map(deck.layers.flat().map((layer) => [layer.id, this.kept(layer)]));
    this.point(null);
    this.fit();
  }

  // A layer that reads as before is not made anew.
  kept(layer) {
    const text = JSON.stringify(layer);
    const before = this.layers.get(layer.id);
    return before && before.text === text ? before : { text, drawing: made(layer) };
  }

  size() {
    this.canvas.style.height = this.full.isOn ? '100vh' : `${this.height * this.full.times}px`;
    this.fit();
  }

  fit() {
    if (!this.camera) return;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (!width || !height) return;
    this.times = this.full.times;
    this.camera.resize(width / this.times, height / this.times);
    this.ratio = ratio * this.times;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== across) this.canvas.width = across;
    if (this.canvas.height !== down) this.canvas.height = down;
    this.paint();
  }

  paintSoon() {
    this.waiting ??= requestAnimationFrame(() => this.paint());
  }

  paint() {
    if (this.waiting) cancelAnimationFrame(this.waiting);
    this.waiting = null;
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
    if (found) this.tell({ layer: found.drawing.id, code: told(found.item.object).code });
  }

  close() {
    this.watch.disconnect();
    this.full.close();
    if (this.waiting) cancelAnimationFrame(this.waiting);
  }
}

const maps = new WeakMap();

export default function (component) {
  const root = component.parentElement;
  if (!maps.has(root)) maps.set(root, new RegionMap(root));
  const map = maps.get(root);
  map.show(component.data, (thing) => component.setTriggerValue('pick', thing));
  return () => { map.close(); maps.delete(root); };
}
