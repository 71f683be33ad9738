// Defines the tags, and asks for the module when a widget comes near the screen.
//
// Promises, in order: properties set before the upgrade are kept; attribute changes of one task are one update;
// an unknown attribute value is the widget's documented default; without the module the static HTML stays;
// a move is not a removal, a removal lets go of everything; a tag is defined once, whoever else loads this file;
// instances share the module and nothing else. What went wrong is found out by loa-trouble.js, which is asked for then.

const VERSION = '0.1.0';
const BASE = new URL('.', import.meta.url).href;
// Each tag with the attribute that names its slice.
const TAGS = { 'loa-message': 0, 'loa-guide': 'guide', 'loa-progress': 'target', 'loa-roadmap': 0 };
const ATTRIBUTES = ['src', 'lang', 'actor', 'audience', 'at', 'heading-level', 'guide', 'target', 'kind'];
const LIMIT = 20000;

// What each widget that has begun holds: the number by which the module knows it, and its time limit.
const begun = new Map();
let module;
let restarted;

// The step at which something failed, and what is known of it, travel with the error.
const at = (step, url, answer) => (cause) => {
  throw { step, url, cause, answer };
};

const get = async (step, url) => {
  const answer = await fetch(url).catch(at(step, url));
  return answer.ok ? answer : at(step, url, answer)();
};

// The module travels as gzip bytes under a neutral name, since many servers neither compress nor know WASM;
// a server that sent it decoded is understood too.
const inflate = async (answer) => {
  const [peek, body] = answer.body.tee();
  const reader = peek.getReader();
  const { value } = await reader.read();
  reader.cancel().catch(() => 0);
  const packed = value && value[0] === 0x1f && value[1] === 0x8b;
  return new Response(packed ? body.pipeThrough(new DecompressionStream('gzip')) : body, { headers: { 'content-type': 'application/wasm' } });
};

const start = async () => {
  if (!self.DecompressionStream || !self.WebAssembly || !document.adoptedStyleSheets) at('browser', navigator.userAgent)();
  const [bytes, script] = ['bin', 'js'].map((kind) => `${BASE}loa-widgets.${kind}`);
  const [answer, glue] = await Promise.all([get('bytes', bytes), import(script).catch(at('script', script))]);
  await glue.default({ module_or_path: inflate(answer) }).catch(at('start', bytes));
  return glue;
};

const slice = async (host) => {
  const key = TAGS[host.localName];
  const url = `${host.base}${host.localName.slice(4)}/${encodeURIComponent((key && host.getAttribute(key)) || 'all')}.json`;
  return (await get('slice', url)).json().catch(at('data', url));
};

// Gives the page its static HTML back, scrolled as it was: Firefox forgets that with the slot.
const giveBack = (host) => {
  for (const step of host.querySelectorAll('[inert]')) step.inert = false;
  const row = host.querySelector('ol') || host;
  const { scrollLeft } = row;
  host.shadowRoot?.replaceChildren(...['head', 'nav', ''].map((name) => Object.assign(document.createElement('slot'), { name })));
  row.scrollLeft = scrollLeft;
};

const fail = (host, error) => import(`${BASE}loa-trouble.js`).then(({ tell }) => tell(host, error), () => console.error('loa-error', error));

const send = (host, name) => host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));

const load = async (host) => {
  const own = {};
  begun.set(host, own);
  const isOver = () => begun.get(host) !== own;
  try {
    // A widget that comes near later tries again.
    const run = (module ||= start().catch((error) => {
      module = 0;
      throw error;
    }));
    const [glue, data] = await Promise.all([run, slice(host)]);
    if (isOver()) return;
    if (run !== module) return load(host);
    own.timer = setTimeout(() => {
      stop(host);
      giveBack(host);
      fail(host, { step: 'time', url: host.localName, cause: LIMIT });
    }, LIMIT);
    own.glue = glue;
    own.id = glue.mount(host, data, (url, status) => {
      if (isOver()) return;
      clearTimeout(own.timer);
      if (!url) return send(host, 'loa-ready');
      stop(host);
      fail(host, { step: 'slice', url: new URL(url, document.baseURI).href, answer: status && { status } });
    });
  } catch (error) {
    clearTimeout(own.timer);
    if (!isOver() && !trapped(error)) fail(host, error);
  }
};

// The module is asked for something that a trap may end.
const ask = (host, verb) => {
  const { glue, id } = begun.get(host);
  try {
    if (id) glue[verb](id);
  } catch (error) {
    if (!trapped(error)) throw error;
  }
};

const leave = (host) => {
  clearTimeout(begun.get(host).timer);
  ask(host, 'unmount');
  begun.delete(host);
};

// The widget has ended and may begin again when the page changes it.
const stop = (host) => {
  leave(host);
  begun.set(host, {});
};

// A trap leaves the module in an unknown state: everybody gets the static HTML back, and the module begins anew, once.
// Other modules of the page have traps of their own.
const trapped = (error) => {
  if (!self.WebAssembly || !(error instanceof WebAssembly.RuntimeError)) return false;
  const places = error.stack?.match(/https?:[^\s)]+/g);
  if (places && !places.some((place) => place.includes('/loa'))) return false;
  const stopped = [...begun.keys()];
  for (const host of stopped) {
    clearTimeout(begun.get(host).timer);
    begun.set(host, {});
    giveBack(host);
    fail(host, { step: 'trap', cause: error });
  }
  if (module && !restarted) {
    restarted = module = module.then((glue) => {
      glue.__wbg_reset_state();
      return glue;
    });
    stopped.forEach(load);
  }
  return true;
};
self.addEventListener('error', ({ error }) => trapped(error));

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) begin(target);
}, { rootMargin: '600px' });

const begin = (host) => {
  near.unobserve(host);
  if (!begun.has(host)) load(host);
};

// A link such as #loa-guide=khai-sinh&buoc=3 starts its guide wherever it is on the page.
const named = (host) => `${location.hash}&`.startsWith(`#${host.localName}=${host.getAttribute(TAGS[host.localName])}&`);
self.addEventListener('hashchange', () => {
  for (const host of document.querySelectorAll(Object.keys(TAGS))) if (host.constructor.near === near && named(host)) begin(host);
});
new MutationObserver(() => begun.forEach((_, host) => ask(host, 'update'))).observe(document.documentElement, { attributeFilter: ['lang'] });

const property = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

for (const tag in TAGS) {
  const other = customElements.get(tag);
  if (other) {
    if (other.version !== VERSION) console.warn(`loa: <${tag}> is defined already, in version ${other.version}; ${VERSION} is not used`);
    continue;
  }
  class Loa extends HTMLElement {
    static version = VERSION;
    static near = near;
    static observedAttributes = ATTRIBUTES;
    get base() {
      const src = this.getAttribute('src') || document.querySelector('meta[name=loa-src]')?.content || BASE;
      return new URL(src.replace(/\/?$/, '/'), document.baseURI).href;
    }
    connectedCallback() {
      for (const name of ATTRIBUTES.map(property)) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      // A move may have reset what the browser keeps for an element, such as how far it was scrolled.
      if (begun.has(this)) ask(this, 'update');
      else if (named(this)) begin(this);
      else near.observe(this);
    }
    disconnectedCallback() {
      queueMicrotask(() => {
        if (this.isConnected) return;
        near.unobserve(this);
        if (begun.has(this)) leave(this);
      });
    }
    attributeChangedCallback(name, before, now) {
      if (before === now) return;
      const anew = name === 'src' || name === TAGS[tag];
      // The static HTML is of something else now, so it will be drawn.
      if (anew && before !== null) this.removeAttribute('data-loa-build');
      if (!begun.has(this)) return;
      if (!this.changed) {
        queueMicrotask(() => {
          const { changed } = this;
          this.changed = 0;
          if (!begun.has(this)) return;
          if (changed < 2) return ask(this, 'update');
          leave(this);
          load(this);
        });
      }
      this.changed = Math.max(this.changed || 0, 1 + anew);
    }
  }
  for (const attribute of ATTRIBUTES) {
    if (attribute === 'lang') continue;
    Object.defineProperty(Loa.prototype, property(attribute), {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(attribute);
      },
      set(value) {
        value == null ? this.removeAttribute(attribute) : this.setAttribute(attribute, value);
      },
    });
  }
  customElements.define(tag, Loa);
}
