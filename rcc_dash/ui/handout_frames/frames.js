// The pages of the hand-out: each a frame with one view, loaded one after the other and fitted to the paper.

const PAPER = { width: 1040, height: 640 }; // A4 across, without margins, at 96 dots an inch, and a line to spare
const FRAME = { least: 1180, most: 1700 }; // a view's own width: as on a small screen; a long view gets a wider one
const DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]';
const QUIET_MS = 700;
const MOST_MS = 30000;

const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });

function made(tag, name, words = '') {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = words;
  return element;
}

// Letters of the size of paper, tables in full, and ink on white whatever the reader's screen.
function onPaper(inside) {
  inside.documentElement.dataset.rccPaper = '';
  if (inside.querySelector('style[data-rcc-paper]')) return;
  const style = inside.createElement('style');
  style.dataset.rccPaper = '';
  style.textContent = 'html { font-size: 16px !important; } .scroll { max-height: none !important; }';
  inside.body.append(style);
}

// A view is whole when the app rests and its height no longer changes.
async function settled(frame) {
  let before = 0;
  for (let waited = 0; waited < MOST_MS; waited += QUIET_MS) {
    await wait(QUIET_MS);
    const inside = frame.contentDocument;
    if (inside) onPaper(inside);
    const block = inside && inside.querySelector('[data-testid="stMainBlockContainer"]');
    const height = block && inside.querySelector(DONE) && inside.querySelector('h1') ? block.scrollHeight : 0;
    if (height && height === before) return height;
    before = height;
  }
  return before;
}

async function fill(sheet, view) {
  const frame = document.createElement('iframe');
  frame.title = view.title;
  frame.style.width = `${FRAME.least}px`;
  frame.style.height = '2000px';
  sheet.box.append(frame);
  frame.src = `${new URL(view.address, document.baseURI).href}&embed_options=light_theme`;
  const room = PAPER.height - sheet.head.offsetHeight;
  let width = FRAME.least;
  let height = (await settled(frame)) || 900;
  if (height / width > room / PAPER.width) {
    width = Math.min(FRAME.most, Math.sqrt((width * height * PAPER.width) / room));
    frame.style.width = `${width}px`;
    height = (await settled(frame)) || height;
  }
  const scale = Math.min(PAPER.width / width, room / height);
  frame.style.height = `${height}px`;
  frame.style.transform = `scale(${scale})`;
  sheet.box.style.height = `${Math.ceil(height * scale)}px`;
  sheet.section.dataset.ready = '';
}

function paper(view, number, count) {
  const section = made('section', 'sheet');
  const head = made('header', '');
  head.append(made('h2', '', `${number}. ${view.title}`));
  if (view.note) head.append(made('p', 'note', view.note));
  const box = made('div', 'box');
  const foot = made('p', 'foot', `${number} of ${count}`);
  section.append(head, box, foot);
  return { section, head, box };
}

// On a screen narrower than the paper every sheet is shown as much smaller; what is printed stays as it is.
function fitted(stack, sheets) {
  const fit = () => {
    for (const { section } of sheets) {
      section.style.setProperty('--fit', Math.min(1, stack.clientWidth / section.offsetWidth));
      section.style.setProperty('--tall', `${section.offsetHeight}px`);
    }
  };
  const watch = new ResizeObserver(() => requestAnimationFrame(fit));
  for (const one of [stack, ...sheets.map((sheet) => sheet.section)]) watch.observe(one);
}

async function fillAll(sheets, views, button, isOff) {
  for (let at = 0; at < views.length; at += 1) {
    button.textContent = `Drawing view ${at + 1} of ${views.length}`;
    await fill(sheets[at], views[at]);
    if (isOff()) return;
  }
  button.textContent = 'Print the hand-out';
  button.disabled = false;
}

export default function (component) {
  const root = component.parentElement;
  const { title, views } = component.data;
  const key = JSON.stringify(views);
  if (root.dataset.views === key) return undefined;
  root.dataset.views = key;
  const bar = made('div', 'bar');
  const button = made('button', 'print');
  button.type = 'button';
  button.disabled = true;
  button.onclick = () => window.print();
  bar.append(button, made('span', '', 'Choose landscape A4; one view comes on each page.'));
  const sheets = views.map((view, at) => paper(view, at + 1, views.length));
  const first = title ? [made('p', 'named', title)] : [];
  const stack = made('div', 'rcc-handout');
  stack.append(bar, ...first, ...sheets.map((sheet) => sheet.section));
  root.replaceChildren(stack);
  fitted(stack, sheets);
  fillAll(sheets, views, button, () => root.dataset.views !== key || !root.isConnected);
  return undefined;
}
