// The settings of a page as the browser's own fields: drawn once, changed where they differ, and told by name. Streamlit
// draws each of its own three times and more for every click anywhere (decisions/0028).

// Put these children into a parent without touching those that are there already: what is moved loses the keyboard.
function filled(parent, children) {
  for (const child of [...parent.children]) if (!children.includes(child)) child.remove();
  children.forEach((child, at) => { if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at]); });
}

class Fields {
  constructor(root) {
    this.root = made('div', 'fields');
    root.append(this.root);
    this.fields = new Map();
    this.folds = new Map();
    this.touched = {};
    this.turn = 0;
  }

  show({ parts, turn }, send) {
    this.send = send;
    if (turn >= this.turn) [this.turn, this.touched] = [turn, {}];
    const [fields, folds] = [this.fields, this.folds];
    [this.fields, this.folds] = [new Map(), new Map()];
    filled(this.root, parts.flatMap((part) => this.part(part, fields, folds)));
  }

  part({ name, menu, fields }, madeFields, madeFolds) {
    const elements = fields.map((field) => this.field(field, madeFields));
    if (!menu) return elements;
    const fold = madeFolds.get(name) || new Fold('div', menu, made('div', 'panel'));
    fold.item.dataset.menu = name;
    this.folds.set(name, fold);
    fold.button.textContent = menu;
    filled(fold.panel, elements);
    return [fold.item];
  }

  field({ chosen, ...field }, madeFields) {
    const look = JSON.stringify(field);
    const before = madeFields.get(field.name);
    const drawn = before && before.look === look ? before.drawn : new KINDS[field.kind](field, (values) => this.tell(field.name, values));
    drawn.element.dataset.field = field.name;
    this.fields.set(field.name, { look, drawn });
    drawn.set(this.touched[field.name] || chosen);
    return drawn.element;
  }

  // All that the server has not answered yet goes along: of two quick clicks it may hear of the last alone.
  tell(name, values) {
    delete this.touched[name];
    this.touched[name] = values;
    this.turn += 1;
    this.send('told', { turn: this.turn, touched: this.touched });
  }
}

const drawnFields = new WeakMap();

export function fields({ parentElement: root, data, setTriggerValue }) {
  if (!drawnFields.has(root)) drawnFields.set(root, new Fields(root));
  drawnFields.get(root).show(data, setTriggerValue);
}
