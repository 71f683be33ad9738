// Defines the tags, and asks for the module when a widget comes near the screen.
//
// Promises, in order: properties set before the upgrade are kept; attribute changes of one task are one update;
// an unknown attribute value is the widget's documented default; without the module the static HTML stays;
// a move is not a removal, a removal lets go of everything; a tag is defined once, whoever else loads this file;
// instances share the module and nothing else.

const VERSION = '0.1.0';
const BASE = new URL('.', import.meta.url).href;
// Each tag with the attribute that names its slice.
const TAGS = { 'loa-message': 0, 'loa-guide': 'guide', 'loa-progress': 'target', 'loa-roadmap': 0 };
const ATTRIBUTES = ['src', 'lang', 'actor', 'audience', 'at', 'heading-level', 'guide', 'target', 'kind'];
const LIMIT = 20000;

const hosts = new Set();
const blocked = [];
const told = new Set();
let module;
let restarted;

const failure = (code, url, help, cause) => Object.assign(new Error(`${url} ${help[0]}`, { cause }), { code, help: help[1] });

document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.blockedURI, event.effectiveDirective));

// Why a request gave nothing. A violation is reported a moment after the request failed.
const unreachable = async (url, cause) => {
  await new Promise((later) => setTimeout(later, 50));
  if (blocked.includes(url)) return failure('csp', url, ['is blocked by the page\'s Content-Security-Policy', `allow ${new URL(url).origin} (or 'self') in script-src and connect-src`], cause);
  if (new URL(url).origin !== location.origin) return failure('cors', url, ['is on another origin, which does not allow this page', 'copy the bundle to this site, or send Access-Control-Allow-Origin'], cause);
  return failure('network', url, ['could not be reached', 'check the connection and the address'], cause);
};

const get = async (url) => {
  let answer;
  try {
    answer = await fetch(url);
  } catch (cause) {
    throw await unreachable(url, cause);
  }
  if (!answer.ok) throw failure('not-found', url, [`answered ${answer.status}`, 'copy the whole bundle there, or correct src']);
  return answer;
};

// The module travels as gzip bytes under a neutral name, since many servers neither compress nor know WASM;
// a server that sent it decoded is understood too.
const inflate = async (answer) => {
  const [peek, body] = answer.body.tee();
  const reader = peek.getReader();
  const { value } = await reader.read();
  reader.cancel();
  const packed = value && value[0] === 0x1f && value[1] === 0x8b;
  return new Response(packed ? body.pipeThrough(new DecompressionStream('gzip')) : body, { headers: { 'content-type': 'application/wasm' } });
};

const script = async (url) => {
  try {
    return await import(url);
  } catch (cause) {
    const type = (await get(url)).headers.get('content-type') || 'no type';
    if (blocked.includes(url)) throw await unreachable(url, cause);
    throw /javascript/.test(type)
      ? failure('truncated', url, ['is not complete', 'upload it again, in binary mode'], cause)
      : failure('mime', url, [`came as ${type}`, 'serve .js files as text/javascript'], cause);
  }
};

const start = async (again) => {
  if (!self.DecompressionStream || !self.WebAssembly || !document.adoptedStyleSheets) throw failure('old-browser', navigator.userAgent, ['is too old', 'the static HTML stays; it works from Chromium 111, Firefox 123, Safari 16.4']);
  const url = `${BASE}loa-widgets.bin`;
  const bytes = get(url);
  bytes.catch(() => 0);
  const glue = await script(`${BASE}loa-widgets.js${again ? '?again' : ''}`);
  const answer = await bytes;
  try {
    await glue.default({ module_or_path: await inflate(answer) });
  } catch (cause) {
    throw /unsafe-eval|Content.Security|CSP/i.test(cause)
      ? failure('csp', url, ['is blocked by the page\'s Content-Security-Policy', 'add \'wasm-unsafe-eval\' to script-src'], cause)
      : failure('truncated', url, ['is not complete', 'upload it again, in binary mode'], cause);
  }
  return glue;
};

const slice = async (host) => {
  const key = TAGS[host.localName];
  const name = (key && host.getAttribute(key)) || 'all';
  const url = `${host.base}${host.localName.slice(4)}/${encodeURIComponent(name)}.json`;
  const answer = await get(url);
  try {
    return [await answer.json(), url];
  } catch (cause) {
    throw failure('data', url, ['is not a slice', 'build the bundle again, and upload all of it'], cause);
  }
};

const tell = (host, { code = 'crash', message, help = 'please report it with the steps that led here', cause }) => {
  // One line for what stops every widget of the page.
  if (!told.has(message)) console.error(`loa-error ${code}: ${message}; ${help}`, ...(cause ? [cause] : []));
  told.add(message);
  host.dispatchEvent(new CustomEvent('loa-error', { bubbles: true, composed: true, detail: { code, message, help } }));
};

// Gives the page its static HTML back.
const giveBack = (host) => {
  clearTimeout(host.timer);
  host.id_ = 0;
  for (const step of host.querySelectorAll('[inert]')) step.inert = false;
  host.shadowRoot?.replaceChildren(...['head', 'nav', ''].map((name) => Object.assign(document.createElement('slot'), { name })));
};

// A widget that comes near later tries again.
const later = (error) => {
  module = 0;
  throw error;
};

const load = async (host) => {
  const turn = (host.turn = (host.turn || 0) + 1);
  try {
    const [glue, [data, url]] = await Promise.all([(module ||= start().catch(later)), slice(host)]);
    if (turn !== host.turn || !host.isConnected) return;
    host.timer = setTimeout(() => {
      giveBack(host);
      tell(host, failure('timeout', host.localName, [`was not ready after ${LIMIT} ms`, 'the static HTML stays']));
    }, LIMIT);
    try {
      host.id_ = glue.mount(host, data, () => {
        clearTimeout(host.timer);
        host.dispatchEvent(new CustomEvent('loa-ready', { bubbles: true, composed: true }));
      });
    } catch (cause) {
      clearTimeout(host.timer);
      throw typeof cause === 'string' ? failure('data', url, [cause, 'build the bundle again, and upload all of it']) : cause;
    }
  } catch (error) {
    tell(host, error);
  }
};

const leave = async (host) => {
  host.turn = (host.turn || 0) + 1;
  clearTimeout(host.timer);
  hosts.delete(host);
  if (host.id_) (await module).unmount(host.id_);
  host.id_ = 0;
};

// A trap leaves the module in an unknown state: everybody gets the static HTML back, and one new module is tried.
self.addEventListener('error', ({ error }) => {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  const running = [...hosts].filter((host) => host.id_);
  running.forEach(giveBack);
  if (!running.length) return;
  tell(running[0], { message: 'a widget stopped', cause: error });
  if (restarted) return;
  restarted = true;
  module = start(true).catch(later);
  running.forEach(load);
});

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) begin(target);
}, { rootMargin: '600px' });

const begin = (host) => {
  near.unobserve(host);
  if (hosts.has(host)) return;
  hosts.add(host);
  load(host);
};

// A link such as #loa-guide=khai-sinh&buoc=3 starts its guide wherever it is on the page.
const named = (host) => location.hash.startsWith(`#${host.localName}=${host.getAttribute(TAGS[host.localName])}`);
self.addEventListener('hashchange', () => {
  for (const host of document.querySelectorAll(Object.keys(TAGS).join())) if (named(host)) begin(host);
});

const property = (attribute) => attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

for (const tag in TAGS) {
  const other = customElements.get(tag);
  if (other) {
    if (other.version !== VERSION) console.warn(`loa: <${tag}> is defined already, in version ${other.version}; ${VERSION} is not used`);
    continue;
  }
  class Loa extends HTMLElement {
    static version = VERSION;
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
      if (!hosts.has(this)) named(this) ? begin(this) : near.observe(this);
    }
    disconnectedCallback() {
      queueMicrotask(() => {
        if (this.isConnected) return;
        near.unobserve(this);
        if (hosts.has(this)) leave(this);
      });
    }
    attributeChangedCallback(name, before, now) {
      if (before === now || !hosts.has(this)) return;
      this.anew ||= name === 'src' || name === TAGS[tag];
      if (this.waiting) return;
      this.waiting = true;
      queueMicrotask(async () => {
        const { anew } = this;
        this.waiting = this.anew = false;
        if (!hosts.has(this)) return;
        if (!anew) return this.id_ && (await module).update(this.id_);
        await leave(this);
        this.removeAttribute('data-loa-build');
        begin(this);
      });
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
