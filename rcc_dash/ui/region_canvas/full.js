// The map on the whole screen, and larger where the page's letters are: readable from the back of a room.

const FULL_TIMES = 1.3;

class Full {
  constructor(map, root) {
    this.map = map;
    const host = root.getRootNode().host || root;
    this.frame = host.closest('.st-key-map-frame');
    this.button = root.querySelector('.full');
    this.button.hidden = !this.frame || !document.fullscreenEnabled;
    this.button.onclick = () => this.toggle();
    this.changed = () => this.change();
    document.addEventListener('fullscreenchange', this.changed);
  }

  get isOn() {
    return Boolean(this.frame) && document.fullscreenElement === this.frame;
  }

  // How many times larger than on a desk everything is drawn.
  get times() {
    const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    return Math.max(letters, 1) * (this.isOn ? FULL_TIMES : 1);
  }

  toggle() {
    if (this.isOn) document.exitFullscreen();
    else this.frame.requestFullscreen();
  }

  // Show the same land in the other window, as large as it fits.
  change() {
    const { camera } = this.map;
    const before = [camera.width, camera.height];
    this.button.setAttribute('aria-label', this.isOn ? 'Leave full screen' : 'Full screen');
    this.map.fit();
    const times = Math.min(camera.width / before[0], camera.height / before[1]);
    camera.scale *= times;
    camera.grown = this.isOn ? times : 1;
    this.map.paintSoon();
  }

  close() {
    document.removeEventListener('fullscreenchange', this.changed);
  }
}
