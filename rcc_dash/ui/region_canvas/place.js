// Where the map stands, in the address: written there without a step of the browser's history, and told to the
// server once the reader's hand rests, so that every link it writes has it.

const KEY = 'v=';
const REST_MS = 500;
const ANSWER_MS = 5000;

const regionOf = () => new URLSearchParams(window.location.search).get('r');

class Place {
  constructor(map) {
    this.map = map;
    this.known = ''; // to the server
    this.back = () => { this.isBack = regionOf() === this.region; };
    window.addEventListener('popstate', this.back);
  }

  moved() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), REST_MS);
  }

  rest() {
    if (this.map.hands.down.size) {
      this.moved();
      return;
    }
    this.resting = null;
    const now = this.map.camera.token;
    if (now === this.known) return;
    this.known = now;
    this.until = performance.now() + ANSWER_MS;
    this.write();
    this.map.tell('camera', now);
  }

  write() {
    const kept = window.location.search.slice(1).split('&').filter((pair) => pair && !pair.startsWith(KEY));
    const query = [...kept, ...(this.known ? [KEY + this.known] : [])].join('&');
    const address = window.location.pathname + (query && `?${query}`) + window.location.hash;
    window.history.replaceState(window.history.state, '', address);
  }

  // The server says where the map stands: go there, unless it has not heard yet of the reader's last move.
  // Back and Forward undo and redo what was chosen and leave the map where it is, so the server is told again.
  hear(told, isElsewhere) {
    if (isElsewhere) this.forget();
    const { isBack } = this;
    this.isBack = false;
    this.region = regionOf();
    if (told === this.known) this.until = 0;
    else if (this.resting || performance.now() < this.until) return;
    else if (isBack) this.stay(told);
    else this.map.camera.token = this.known = told;
  }

  stay(told) {
    this.known = told;
    this.moved();
  }

  // Another land, or another window: what was moved before is no more.
  forget() {
    clearTimeout(this.resting);
    this.resting = null;
    this.until = 0;
    this.known = '';
    this.isBack = false;
  }

  close() {
    clearTimeout(this.resting);
    window.removeEventListener('popstate', this.back);
  }
}
