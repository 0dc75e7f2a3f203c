// What do pointer, wheel, fingers and keys do to the map?

const STEP_PX = 60;
const STEP_ZOOM = 1.5;
const STILL_PX = 4;

const KEYS = {
  ArrowLeft: (camera) => camera.pan(STEP_PX, 0),
  ArrowRight: (camera) => camera.pan(-STEP_PX, 0),
  ArrowUp: (camera) => camera.pan(0, STEP_PX),
  ArrowDown: (camera) => camera.pan(0, -STEP_PX),
  '+': (camera) => camera.zoom(STEP_ZOOM, camera.width / 2, camera.height / 2),
  '=': (camera) => camera.zoom(STEP_ZOOM, camera.width / 2, camera.height / 2),
  '-': (camera) => camera.zoom(1 / STEP_ZOOM, camera.width / 2, camera.height / 2),
  0: (camera) => camera.open(camera.home),
};

// Follow every finger and the mouse: one moves the map, two pinch it, one that stays where it was is a click.
class Hands {
  constructor(map) {
    this.map = map;
    this.down = new Map();
    const canvas = map.canvas;
    canvas.onpointerdown = (event) => this.press(event);
    canvas.onpointermove = (event) => this.move(event);
    canvas.onpointerup = (event) => this.lift(event);
    canvas.onpointercancel = (event) => this.down.delete(event.pointerId);
    canvas.onpointerleave = () => map.point(null);
    canvas.onkeydown = (event) => this.key(event);
    canvas.onwheel = (event) => this.wheel(event);
  }

  at(event) {
    const box = this.map.canvas.getBoundingClientRect();
    return [(event.clientX - box.left) / this.map.times, (event.clientY - box.top) / this.map.times];
  }

  press(event) {
    const at = this.at(event);
    this.down.set(event.pointerId, at);
    this.start = this.down.size === 1 ? at : null;
    this.map.canvas.setPointerCapture(event.pointerId);
  }

  move(event) {
    const now = this.at(event);
    const before = this.down.get(event.pointerId);
    if (!before) {
      this.map.point(now);
      return;
    }
    if (this.start && Math.hypot(now[0] - this.start[0], now[1] - this.start[1]) < STILL_PX) return;
    this.start = null;
    this.down.set(event.pointerId, now);
    if (this.down.size === 1) this.map.camera.pan(now[0] - before[0], now[1] - before[1]);
    else this.pinch(event.pointerId, before, now);
    this.map.moved();
  }

  pinch(id, before, now) {
    const [, other] = [...this.down].find(([key]) => key !== id);
    const apart = (point) => Math.max(Math.hypot(point[0] - other[0], point[1] - other[1]), 1);
    this.map.camera.zoom(apart(now) / apart(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
  }

  lift(event) {
    this.down.delete(event.pointerId);
    if (this.start) this.map.click(this.start);
    this.start = null;
  }

  wheel(event) {
    event.preventDefault();
    this.map.camera.zoom(2 ** (-event.deltaY / 400), ...this.at(event));
    this.map.moved();
  }

  key(event) {
    if (event.key === 'f') this.map.full.toggle();
    if (!KEYS[event.key]) return;
    event.preventDefault();
    this.map.turn(event.key);
  }
}
