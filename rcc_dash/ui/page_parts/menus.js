// A menu's button, whose content the server draws while it is open; and the button that copies the page's address.

let over = null; // the menu that lies open over the page

const panelOf = (menu) => menu.panel && document.querySelector(`.st-key-${menu.panel}`);
// Lists and hints of Streamlit's own fields lie outside the panel that they belong to, and outside the app's own root.
const isInside = (menu, target) => menu.element.contains(target) || panelOf(menu)?.contains(target)
  || !document.getElementById('root').contains(target);

document.addEventListener('click', ({ target }) => {
  if (over && target.isConnected && !isInside(over, target)) over.shut();
}, true);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !over || !isInside(over, event.target)) return;
  const { button } = over;
  over.shut();
  button.focus();
});

class Menu {
  constructor({ label, panel }, tell) {
    this.panel = panel;
    this.tell = tell;
    this.element = made('div', 'fold');
    this.button = made('button', '', label);
    this.button.type = 'button';
    this.button.addEventListener('click', () => tell([this.is ? 'shut' : 'open']));
    this.element.append(this.button);
  }

  set([state]) {
    const was = this.is;
    this.is = state === 'open';
    this.button.setAttribute('aria-expanded', String(this.is));
    if (!this.panel || this.is === Boolean(was)) return;
    if (this.is) { over = this; this.enter(600); } else if (over === this) over = null;
  }

  shut() {
    over = null;
    this.tell(['shut']);
  }

  // The keyboard goes into the panel as soon as the server has drawn it.
  enter(frames) {
    const panel = panelOf(this);
    if (!panel) { if (frames && this.is) requestAnimationFrame(() => this.enter(frames - 1)); return; }
    panel.setAttribute('role', 'group');
    panel.setAttribute('aria-label', this.button.textContent);
    panel.tabIndex = -1;
    if ([this.button, document.body].includes(document.activeElement)) panel.focus();
  }
}

function copied(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.appendChild(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done ? Promise.resolve() : Promise.reject(new Error('refused'));
}

// The address is the view, so the browser copies its own; and it tells whether the screen is as narrow as a phone's.
class CopyLink {
  constructor({ label }, tell) {
    this.width = window.innerWidth < 700 ? 'narrow' : 'wide';
    this.tell = tell;
    this.element = made('button', 'copy', label);
    this.element.type = 'button';
    this.element.setAttribute('aria-live', 'polite');
    this.element.addEventListener('click', () => copied(window.location.href).then(
      () => this.say(label, this.width === 'narrow' ? 'Copied' : 'Link copied'),
      () => this.say(label, 'Copy it from the address bar'),
    ));
  }

  say(label, words) {
    this.element.style.minWidth = `${this.element.offsetWidth}px`;
    this.element.textContent = words;
    setTimeout(() => { this.element.textContent = label; }, 2500);
  }

  set([known]) {
    if (known !== this.width && !this.told) { this.told = true; this.tell([this.width]); }
  }
}
