// A button and what it opens. One is open at a time: Escape, a click elsewhere and leaving it by keys close it.

let opened = null;

document.addEventListener('pointerdown', ({ target }) => {
  if (opened && !opened.item.contains(target)) opened.open(false);
});

function made(tag, name, words = '') {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = words;
  return element;
}

class Fold {
  constructor(tag, words, panel) {
    this.item = made(tag, 'fold');
    this.panel = panel;
    panel.tabIndex = -1; // a click on words in it takes the keyboard into it, not out to the page behind
    this.button = made('button', '', words);
    this.button.type = 'button';
    this.button.addEventListener('click', () => this.open(this.panel.hidden));
    this.item.addEventListener('focusout', ({ relatedTarget: to }) => { if (to && !this.item.contains(to)) this.open(false); });
    this.item.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.panel.hidden) return;
      this.open(false);
      this.button.focus();
    });
    this.item.append(this.button, panel);
    this.open(false);
  }

  open(is) {
    if (is && opened && opened !== this) opened.open(false);
    if (is) opened = this;
    else if (opened === this) opened = null;
    this.panel.hidden = !is;
    this.button.setAttribute('aria-expanded', String(is));
    if (is) this.fit();
  }

  // Keep it inside the window, which may be a phone's.
  fit() {
    this.panel.style.left = '0';
    const over = this.panel.getBoundingClientRect().right + 8 - document.documentElement.clientWidth;
    if (over > 0) this.panel.style.left = `${-over}px`;
  }
}
