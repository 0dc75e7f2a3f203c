// Where on the canvas does a place on Earth lie? Web Mercator, 512 pixels around the world at zoom 0,
// as figures/view.py and deck.gl count.

const WORLD = 512;
const METRES_AROUND = 40075016.7;

function project([lon, lat]) {
  const x = (lon + 180) / 360;
  const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  return [x * WORLD, y * WORLD];
}

function latitude(y) {
  return (Math.atan(Math.exp((0.5 - y / WORLD) * 2 * Math.PI)) * 360) / Math.PI - 90;
}

// A window on the world: its centre in world units, its scale (pixels to a world unit) and its size.
class Camera {
  constructor(state, width, height) {
    this.width = width;
    this.height = height;
    this.grown = 1; // times larger than on the page, where it fills the screen
    this.open(state);
  }

  open(state) {
    this.home = state;
    this.stand([state.longitude, state.latitude], state.zoom);
  }

  stand(centre, zoom) {
    [this.x, this.y] = project(centre);
    this.scale = 2 ** zoom * this.grown;
  }

  // Where it stands as a link has it (domain/camera.py); blank at home.
  get token() {
    const [x, y] = project([this.home.longitude, this.home.latitude]);
    const zoom = Math.log2(this.scale / this.grown);
    if (Math.hypot(x - this.x, y - this.y) * this.scale < 0.5 && Math.abs(zoom - this.home.zoom) < 0.005) return '';
    const lon = (this.x / WORLD) * 360 - 180;
    return `${latitude(this.y).toFixed(4)}_${lon.toFixed(4)}_${zoom.toFixed(2)}`;
  }

  set token(text) {
    const [lat, lon, zoom] = text.split('_').map(Number);
    if (text) this.stand([lon, lat], zoom);
    else this.open(this.home);
  }

  // Keep the centre where there is something to see: degrees from west to east, from south to north.
  keep([[west, east], [south, north]]) {
    const [[left, bottom], [right, top]] = [project([west, south]), project([east, north])];
    this.x = Math.min(Math.max(this.x, left), right);
    this.y = Math.min(Math.max(this.y, top), bottom);
  }

  resize(width, height) {
    this.width = width;
    this.height = height;
  }

  at(point) {
    const [x, y] = project(point);
    return [(x - this.x) * this.scale + this.width / 2, (y - this.y) * this.scale + this.height / 2];
  }

  // The matrix that takes a path in world units, drawn from `origin`, to the canvas.
  matrix(origin) {
    return new DOMMatrix([
      this.scale, 0, 0, this.scale,
      (origin[0] - this.x) * this.scale + this.width / 2,
      (origin[1] - this.y) * this.scale + this.height / 2,
    ]);
  }

  metres(lengthMetres, [, lat]) {
    return (lengthMetres / METRES_AROUND / Math.cos((lat * Math.PI) / 180)) * WORLD * this.scale;
  }

  pan(dx, dy) {
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
  }

  // Zoom so that what lies at (x, y) stays there.
  zoom(times, x, y) {
    const zoom = Math.log2((this.scale * times) / this.grown);
    const held = 2 ** Math.min(Math.max(zoom, this.home.minZoom), this.home.maxZoom) * this.grown;
    const [dx, dy] = [x - this.width / 2, y - this.height / 2];
    this.x += dx / this.scale - dx / held;
    this.y += dy / this.scale - dy / held;
    this.scale = held;
  }
}
