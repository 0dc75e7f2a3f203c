// The kinds of the page's own fields (fields.js): each draws itself once, shows what is chosen, and tells what is touched.

let named = 0;

// Some of a list, each a box to tick; or one of it, each a button to press.
class Choice {
  constructor({ kind, label, shows, options, hint }, tell) {
    const type = kind === 'several' ? 'checkbox' : 'radio';
    this.element = made('fieldset', shows ? 'field' : 'field unsaid');
    this.element.append(made('legend', '', label));
    const row = made('div', kind);
    const name = `choice-${(named += 1)}`;
    this.inputs = options.map(([code, words]) => {
      const input = made('input');
      Object.assign(input, { type, name, value: code });
      const item = made('label');
      item.append(input, made('span', '', words));
      row.append(item);
      return input;
    });
    row.addEventListener('change', () => tell(this.inputs.filter((one) => one.checked).map((one) => one.value)));
    this.element.append(row);
    if (hint) explained(this.element, hint);
  }

  set(chosen) {
    for (const input of this.inputs) input.checked = chosen.includes(input.value);
  }
}

// More words for who points at a field or hears it.
function explained(element, hint) {
  element.title = hint;
  element.setAttribute('aria-description', hint);
}

// A field with its words above it.
function labelled(label, shows, width, ...inside) {
  const element = made('label', shows ? 'field' : 'field unsaid');
  if (width) element.style.width = `${width}px`;
  element.append(made('span', 'legend', label), ...inside);
  return element;
}

class List {
  constructor({ name, label, shows, width, options, closed }, tell) {
    this.select = made('select');
    this.select.name = name;
    this.select.append(...options.map(([code, words]) => new Option(words, code)));
    for (const option of this.select.options) option.disabled = closed.includes(option.value);
    this.select.addEventListener('change', () => tell([this.select.value]));
    this.element = labelled(label, shows, width, this.select);
  }

  set([code]) {
    if (this.select.value !== code) this.select.value = code;
  }
}

// What is typed and cannot be is brought into the span, or put back.
class Numeric {
  constructor({ name, kind, label, shows, width, span: [min, max, step] }, tell) {
    this.input = made('input');
    Object.assign(this.input, { name, type: kind, min, max, step });
    this.said = made('output', 'said');
    this.input.addEventListener('input', () => { this.said.textContent = this.input.value; });
    this.input.addEventListener('change', () => {
      const typed = this.input.valueAsNumber;
      const near = Number.isNaN(typed) ? Number(this.before) : Math.min(max, Math.max(min, min + step * Math.round((typed - min) / step)));
      this.set([String(near)]);
      tell([String(near)]);
    });
    this.element = labelled(label, shows, width, this.input);
    if (kind === 'range') this.element.firstChild.append(' ', this.said);
  }

  set([value]) {
    this.before = value;
    if (this.input.value !== value) this.input.value = value;
    this.said.textContent = value;
  }
}

// What each does is done once: taken away, or put back.
class Doing {
  constructor({ kind, label, options }, tell) {
    this.element = made('div', kind);
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', label);
    this.element.append(...options.map(([code, words, why]) => {
      const button = made('button', '', words);
      Object.assign(button, { type: 'button', title: why || '' });
      button.addEventListener('click', () => tell([code]));
      return button;
    }));
  }

  set() {}
}

// Arrows go from tab to tab; what the open one shows stands in a box beside, drawn by Streamlit.
class Tabs {
  constructor({ label, options, panel }, tell) {
    this.element = made('div', 'tabs');
    this.element.setAttribute('role', 'tablist');
    this.element.setAttribute('aria-label', label);
    this.panel = panel;
    this.tabs = options.map(([code, words]) => {
      const tab = made('button', '', words);
      Object.assign(tab, { type: 'button', role: 'tab', value: code, id: `tab-${panel}-${code}` });
      tab.addEventListener('click', () => { this.set([code]); tell([code]); });
      return tab;
    });
    this.element.addEventListener('keydown', (event) => this.step(event));
    this.element.append(...this.tabs);
  }

  step(event) {
    const at = this.tabs.indexOf(event.target);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.tabs.at(to % this.tabs.length).focus();
  }

  set([code]) {
    for (const tab of this.tabs) {
      const is = tab.value === code;
      tab.setAttribute('aria-selected', String(is));
      tab.tabIndex = is ? 0 : -1;
      if (is) requestAnimationFrame(() => this.show(tab));
    }
  }

  // On a phone the open one may lie beyond the edge; the page itself is not moved.
  show(tab) {
    const [from, to] = [tab.offsetLeft, tab.offsetLeft + tab.offsetWidth];
    const { scrollLeft: left, clientWidth: width } = this.element;
    if (from < left || to > left + width) this.element.scrollLeft = to - width;
    this.name(tab);
  }

  name(tab) {
    const box = document.querySelector(`.st-key-${this.panel}`);
    if (!box) return;
    box.id = this.panel;
    box.setAttribute('role', 'tabpanel');
    box.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', this.panel);
  }
}

const KINDS = {
  list: List, one: Choice, several: Choice, number: Numeric, range: Numeric, chips: Doing, reset: Doing, tabs: Tabs, menu: Menu, link: CopyLink,
};
