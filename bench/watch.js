// Notes when anything of the page last changed, so that a click can be timed until its last repaint.
(() => {
  const seen = { draw: 0, change: 0, ended: 0, message: 0 };
  window.__bench = seen;
  window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', () => { seen.message = performance.now(); });
    }
  };
  const proto = window.WebGL2RenderingContext && window.WebGL2RenderingContext.prototype;
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
    const original = proto && proto[name];
    if (original) proto[name] = function (...given) {
      seen.draw = performance.now();
      return original.apply(this, given);
    };
  }
  for (const name of ['fill', 'stroke', 'fillText']) {
    const original = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...given) {
      seen.draw = performance.now();
      return original.apply(this, given);
    };
  }
  const notice = (records) => {
    for (const one of records) {
      const element = one.target.nodeType === 1 ? one.target : one.target.parentElement;
      if (one.type === 'attributes') {
        if (one.target.dataset.testScriptState === 'notRunning') seen.ended = performance.now();
      } else if (element && element.closest('[data-testid="stMain"]')) {
        seen.change = performance.now();
      }
    }
  };
  new MutationObserver(notice).observe(document, {
    subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ['data-test-script-state'],
  });
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const last = () => Math.max(...Object.values(seen));
  const running = () => !document.querySelector('[data-test-script-state="notRunning"]');
  const choose = (option) => {
    const select = option.closest('select');
    select.value = option.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  // Milliseconds from a click to the last repaint it caused: message come, page changed, map drawn, frame shown.
  window.__click = async (element, quiet) => {
    await sleep(50);
    const from = performance.now();
    if (element.tagName === 'OPTION') choose(element);
    else element.click();
    while (seen.message < from) {
      if (performance.now() - from > 30000) throw new Error('the click changed nothing');
      await sleep(2);
    }
    let painted = 0;
    while (running() || painted < last() || performance.now() - last() < quiet) {
      const changed = last();
      await frame();
      if (changed === last() && painted < changed) painted = performance.now();
    }
    return painted - from;
  };
})();
