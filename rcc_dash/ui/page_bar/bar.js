// The product's name, the pages as links, and groups of them behind buttons. Streamlit draws each of its own links and
// menus three times for every click anywhere; these are changed only where they differ (decisions/0027).

function made(tag, name, words = '') {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.textContent = words;
  return element;
}

// As any link, but without loading the app again: Streamlit opens what the address says, as after Back and Forward.
function follow(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { href } = event.currentTarget;
  history[href === window.location.href ? 'replaceState' : 'pushState']({}, '', href);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

function link({ label, here }) {
  const anchor = made('a', '', label);
  if (here) anchor.setAttribute('aria-current', 'page');
  anchor.addEventListener('click', follow);
  const item = made('li');
  item.append(anchor);
  return item;
}

// A group: its links are there only while it is open.
class Menu {
  constructor({ title, here, links }) {
    this.links = links;
    this.item = made('li', 'menu');
    this.button = made('button', '', title);
    this.button.type = 'button';
    if (here) this.button.setAttribute('aria-current', 'true');
    this.list = made('ul');
    this.button.addEventListener('click', () => this.open(this.list.hidden));
    this.list.addEventListener('click', (event) => { if (event.target.closest('a')) this.open(false); });
    this.item.addEventListener('focusout', ({ relatedTarget: to }) => { if (to && !this.item.contains(to)) this.open(false); });
    this.item.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.list.hidden) return;
      this.open(false);
      this.button.focus();
    });
    this.item.append(this.button, this.list);
    this.open(false);
  }

  open(is) {
    this.list.hidden = !is;
    this.button.setAttribute('aria-expanded', String(is));
    this.list.replaceChildren(...(is ? this.links.map(link) : []));
    this.lead(this.links);
    if (!is) return;
    this.list.style.left = '0';
    const over = this.list.getBoundingClientRect().right + 8 - document.documentElement.clientWidth;
    if (over > 0) this.list.style.left = `${-over}px`;
  }

  lead(links) {
    this.links = links;
    this.list.querySelectorAll('a').forEach((anchor, number) => { anchor.href = links[number].href; });
  }
}

class Single {
  constructor({ links }) {
    this.item = link(links[0]);
    this.lead(links);
  }

  lead(links) {
    this.item.firstChild.href = links[0].href;
  }
}

// Streamlit leaves a menu of its own open over the page that one of its links has opened.
function close(event) {
  if (!(event.target instanceof Element) || !event.target.closest('[data-testid="stPopoverBody"] a')) return;
  const open = document.querySelector('.st-key-top-bar .stPopover button[aria-expanded="true"]');
  if (open) setTimeout(() => open.click(), 0);
}

const bars = new WeakMap();

function drawn(parent, brand, groups) {
  const nav = made('nav', 'pages');
  nav.setAttribute('aria-label', 'Pages');
  const list = made('ul');
  const parts = groups.map((group) => new (group.title ? Menu : Single)(group));
  list.append(...parts.map((part) => part.item));
  nav.append(...(brand ? [made('span', 'brand', brand)] : []), list);
  const before = bars.get(parent);
  if (before) before.nav.replaceWith(nav); else parent.append(nav);
  return { nav, parts };
}

export default function (component) {
  const { parentElement: parent, data: { brand, groups } } = component;
  const look = JSON.stringify([brand, groups], (key, value) => (key === 'href' ? undefined : value));
  if (!bars.has(parent) || bars.get(parent).look !== look) bars.set(parent, { ...drawn(parent, brand, groups), look });
  const { parts } = bars.get(parent);
  parts.forEach((part, number) => part.lead(groups[number].links));
  const outside = ({ target }) => parts.forEach((part) => {
    if (part.open && !part.list.hidden && !part.item.contains(target)) part.open(false);
  });
  document.addEventListener('pointerdown', outside);
  document.addEventListener('click', close, true);
  return () => {
    document.removeEventListener('pointerdown', outside);
    document.removeEventListener('click', close, true);
  };
}
