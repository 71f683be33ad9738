// Defines the tags, and asks for the module when a widget comes near the screen.
//
// Promises, in order: properties set before the upgrade are kept; attribute changes of one task are one update;
// an unknown attribute value is the widget's documented default; without the module the static HTML stays;
// a move is not a removal, a removal lets go of everything; a tag is defined once, whoever else loads this file;
// instances share the module and nothing else, and all of a tag share one. What went wrong is found out by
// loa-trouble.js, which is asked for then.

const VERSION = '0.1.0';
const BASE = new URL('.', import.meta.url).href;
// Each tag with the attribute that names its slice.
const TAGS = { 'loa-message': 0, 'loa-board': 0, 'loa-roadmap': 0, 'loa-rating': 0, 'loa-feedback': 0, 'loa-progress': 'target', 'loa-guide': 'guide' };
const ALL = Object.keys(TAGS);
// The first one is the browser's own property, the others become ours.
const ATTRIBUTES = 'lang src actor audience at kind guide target endpoint procedure heading-level'.split(' ');
const LIMIT = 20000;
// What the names of a module's two files begin with, and the tags that it has, from small to large; the last one has all.
// The build writes here what is in modules.toml.
const MODULES = [['loa-widgets.', ...ALL]];

// What each widget that has begun holds: its module, the number by which that one knows it, and its time limit.
const begun = new Map();
let first;

// The module for an element. What the page holds when the first widget begins decides: the smallest module that has all of
// it, or a larger one that the head of the page names, since it preloads that. What comes later and is not in it is of the
// last one.
const moduleOf = ({ localName }) => {
  if (!first) {
    const here = [...document.querySelectorAll(ALL)];
    const fit = MODULES.filter((module) => here.every(({ localName }) => module.includes(localName)));
    first = fit.find(([name]) => document.head.innerHTML.includes(name)) || fit[0];
  }
  return first.includes(localName) ? first : MODULES.at(-1);
};

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
  const reader = answer.clone().body.getReader();
  const { value } = await reader.read();
  reader.cancel().catch(() => 0);
  const packed = value?.[0] == 0x1f;
  return new Response(packed ? answer.body.pipeThrough(new DecompressionStream('gzip')) : answer.body, { headers: { 'content-type': 'application/wasm' } });
};

const start = async (name) => {
  // Every browser that inflates adopts style sheets too.
  if (!self.DecompressionStream || !self.WebAssembly) at('browser', navigator.userAgent)();
  const bytes = BASE + name + 'bin';
  const script = BASE + name + 'js';
  const [answer, glue] = await Promise.all([get('bytes', bytes), import(script).catch(at('script', script))]);
  await glue.default({ module_or_path: inflate(answer) }).catch(at('start', bytes));
  return glue;
};

const slice = async (host) => {
  const key = TAGS[host.localName];
  const url = `${host.base}${host.localName.slice(4)}/${encodeURIComponent(host.getAttribute(key) || 'all')}.json`;
  return (await get('slice', url)).json().catch(at('data', url));
};

// Gives the page its static HTML back, scrolled as it was, since Firefox forgets that with the slot; and says why.
const fail = (host, error) => {
  for (const step of host.querySelectorAll('[inert]')) step.inert = false;
  const row = host.querySelector('ol') || host;
  const left = row.scrollLeft;
  host.shadowRoot?.replaceChildren(...['head', 'nav', ''].map((name) => Object.assign(document.createElement('slot'), { name })));
  row.scrollLeft = left;
  import(`${BASE}loa-trouble.js`).then(({ tell }) => tell(host, error), () => console.error('loa-error', error));
};

const send = (host, name) => host.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));

const load = async (host) => {
  const module = moduleOf(host);
  const own = { module };
  begun.set(host, own);
  const isOver = () => begun.get(host) !== own;
  try {
    // A widget that comes near later tries again.
    const run = (module.run ||= start(module[0]).catch((error) => {
      module.run = null;
      throw error;
    }));
    const [glue, data] = await Promise.all([run, slice(host)]);
    if (isOver()) return;
    if (run != module.run) return load(host);
    own.timer = setTimeout(stop, LIMIT, host, { step: 'time', url: host.localName, cause: LIMIT });
    own.glue = glue;
    own.id = glue.mount(host, data, (url, status) => {
      if (isOver()) return;
      clearTimeout(own.timer);
      if (!url) return send(host, 'loa-ready');
      stop(host, { step: 'slice', url, answer: status && { status } });
    });
  } catch (error) {
    if (!isOver() && !trapped(error, module)) stop(host, error);
  }
};

// The module is asked for something that a trap may end.
const ask = (host, verb) => {
  const { glue, id, module } = begun.get(host);
  try {
    if (id) glue[verb](id);
  } catch (error) {
    if (!trapped(error, module)) throw error;
  }
};

const leave = (host) => {
  clearTimeout(begun.get(host).timer);
  ask(host, 'unmount');
  begun.delete(host);
};

// The widget has ended and may begin again when the page changes it.
const stop = (host, error) => {
  leave(host);
  begun.set(host, {});
  fail(host, error);
};

// A trap leaves a module in an unknown state: its widgets get the static HTML back, and it begins anew, once.
// Outside of a call the stack says whose trap it was: another program's of the page, one module's of ours, or, where it
// names no file or the one with everything in it, possibly each one's.
const trapped = (error, its) => {
  if (error?.name !== 'RuntimeError') return false;
  const file = /\/(loa[-.][^\s/]*)js/.exec(error.stack)?.[1];
  if (!file && /http/.test(error.stack)) return false;
  its ||= MODULES.find(([name]) => name === file);
  for (const module of its ? [its] : MODULES) {
    const { again } = module;
    module.again ||= module.run = module.run?.then((glue) => glue.__wbg_reset_state() || glue);
    for (const [host, own] of [...begun]) {
      if (own.module != module) continue;
      // It can no longer be asked to let go.
      own.id = 0;
      stop(host, { step: 'trap', cause: error });
      if (!again) load(host);
    }
  }
  return true;
};
addEventListener('error', ({ error }) => trapped(error));

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) begin(target);
}, { rootMargin: '600px' });

const begin = (host) => {
  if (!begun.has(host)) load(host);
};

// A link such as #loa-guide=khai-sinh&buoc=3 starts its guide wherever it is on the page.
const named = (host) => `${location.hash}&`.startsWith(`#${host.localName}=${host.getAttribute(TAGS[host.localName])}&`);
addEventListener('hashchange', () => {
  for (const host of document.querySelectorAll(ALL)) if (host.constructor.near == near && named(host)) begin(host);
});
new MutationObserver(() => begun.forEach((_, host) => ask(host, 'update'))).observe(document.documentElement, { attributeFilter: ['lang'] });

const property = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

for (const tag of ALL) {
  const other = customElements.get(tag);
  if (other) {
    if (other.version != VERSION) console.warn(`loa: <${tag}> is ${other.version} already, not ${VERSION}`);
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
      if (before == now) return;
      const anew = name === 'src' || name === TAGS[tag];
      // The static HTML is of something else now, so it will be drawn.
      if (anew && before != null) this.removeAttribute('data-loa-build');
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
      this.changed |= 1 + anew;
    }
  }
  for (const attribute of ATTRIBUTES.slice(1)) {
    Object.defineProperty(Loa.prototype, property(attribute), {
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
