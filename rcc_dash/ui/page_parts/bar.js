// The product's name, the pages as links, and groups of them behind buttons. Streamlit draws each of its own links and
// menus three times for every click anywhere; these are changed only where they differ (decisions/0027).

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
class Group extends Fold {
  constructor({ title, here, links }) {
    super('li', title, made('ul'));
    if (here) this.button.setAttribute('aria-current', 'true');
    this.panel.addEventListener('click', (event) => { if (event.target.closest('a')) this.open(false); });
    this.lead(links);
  }

  open(is) {
    this.panel.replaceChildren(...(is ? this.links.map(link) : []));
    if (is) this.lead(this.links);
    super.open(is);
  }

  lead(links) {
    this.links = links;
    this.panel.querySelectorAll('a').forEach((anchor, number) => { anchor.href = links[number].href; });
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

const bars = new WeakMap();

function drawnBar(parent, brand, groups) {
  const nav = made('nav', 'pages');
  nav.setAttribute('aria-label', 'Pages');
  const list = made('ul');
  const parts = groups.map((group) => new (group.title ? Group : Single)(group));
  list.append(...parts.map((part) => part.item));
  nav.append(...(brand ? [made('span', 'brand', brand)] : []), list);
  const before = bars.get(parent);
  if (before) before.nav.replaceWith(nav); else parent.append(nav);
  return { nav, parts };
}

export function bar({ parentElement: parent, data: { brand, groups } }) {
  const look = JSON.stringify([brand, groups], (key, value) => (key === 'href' ? undefined : value));
  if (!bars.has(parent) || bars.get(parent).look !== look) bars.set(parent, { ...drawnBar(parent, brand, groups), look });
  bars.get(parent).parts.forEach((part, number) => part.lead(groups[number].links));
}
