// The tour: a card that points at one part of the page after the other; and once, on first use, an offer of it.

const SEEN = 'rcc-tour-seen';

// A browser may forbid a page to remember; then the offer comes again.
function remembered() {
  try { return window.localStorage.getItem(SEEN) !== null; } catch { return false; }
}
function remember() {
  try { window.localStorage.setItem(SEEN, '1'); } catch { /* see above */ }
}

function made(tag, name, words = '') {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = words;
  return element;
}

function button(words, name, act) {
  const element = made('button', name, words);
  element.type = 'button';
  element.onclick = act;
  return element;
}

function shown(selector) {
  return [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length);
}

class Tour {
  constructor(steps) {
    this.steps = steps.filter((step) => shown(step.selector));
    this.before = document.activeElement;
    this.ring = made('div', 'rcc-tour-ring');
    this.card = made('section', 'rcc-tour-card');
    this.card.setAttribute('role', 'dialog');
    this.card.setAttribute('aria-label', 'Tour of this page');
    this.card.onkeydown = (event) => {
      if (event.key === 'Escape') this.end();
      if (event.key === 'ArrowRight') this.go(this.at + 1);
      if (event.key === 'ArrowLeft') this.go(this.at - 1);
      event.stopPropagation();
    };
    document.body.append(this.ring, this.card);
    this.place = () => this.point();
    window.addEventListener('resize', this.place);
    document.addEventListener('scroll', this.place, true);
    this.go(0);
  }

  go(at) {
    if (at < 0) return;
    if (at >= this.steps.length) { this.end(); return; }
    this.at = at;
    const { title, words } = this.steps[at];
    const bar = made('div', 'rcc-tour-bar');
    const last = at === this.steps.length - 1;
    const next = button(last ? 'Done' : 'Next', 'rcc-tour-main', () => this.go(at + 1));
    if (at) bar.append(button('Back', '', () => this.go(at - 1)));
    bar.append(next, button('End the tour', '', () => this.end()));
    const count = made('p', 'rcc-tour-count', `${at + 1} of ${this.steps.length}`);
    this.card.replaceChildren(count, made('h2', '', title), made('p', '', words), bar);
    const target = shown(this.steps[at].selector);
    if (target) target.scrollIntoView({ block: 'nearest' });
    this.point();
    next.focus();
  }

  // Lay the ring around what is spoken of, and the card where it does not cover it.
  point() {
    const target = shown(this.steps[this.at].selector);
    this.ring.hidden = !target;
    if (!target) return;
    const box = target.getBoundingClientRect();
    Object.assign(this.ring.style, {
      left: `${box.left - 4}px`, top: `${box.top - 4}px`, width: `${box.width + 8}px`, height: `${box.height + 8}px`,
    });
    const card = this.card.getBoundingClientRect();
    const below = box.bottom + 12 + card.height < window.innerHeight;
    const top = below ? box.bottom + 12 : Math.max(12, box.top - card.height - 12);
    const left = Math.min(Math.max(12, box.left), window.innerWidth - card.width - 12);
    Object.assign(this.card.style, { top: `${top}px`, left: `${left}px` });
  }

  end() {
    remember();
    window.removeEventListener('resize', this.place);
    document.removeEventListener('scroll', this.place, true);
    this.ring.remove();
    this.card.remove();
    if (this.before && this.before.focus) this.before.focus();
  }
}

function styled(css) {
  if (document.querySelector('style[data-rcc-tour]')) return;
  const style = made('style', '', css);
  style.dataset.rccTour = '';
  document.head.append(style);
}

let tour = null;
let offer = null;
let taken = 0;

function take(steps) {
  if (offer) offer.remove();
  if (tour) tour.end();
  tour = new Tour(steps);
}

function offered(steps) {
  if (offer || remembered() || window.innerWidth < 700) return;
  offer = made('aside', 'rcc-tour-offer', 'New here? ');
  offer.setAttribute('aria-label', 'Tour');
  offer.append(
    button('Show me around', 'rcc-tour-main', () => take(steps)),
    button('No, thank you', '', () => { remember(); offer.remove(); }),
  );
  document.body.append(offer);
}

export default function (component) {
  const { steps, css, run, offer: may } = component.data;
  styled(css);
  if (run > taken) {
    taken = run;
    take(steps);
  } else if (may) offered(steps);
  else if (offer) { offer.remove(); offer = null; }
}
