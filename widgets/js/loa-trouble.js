// Finds out why a widget did not come, says so once on the console, and tells the page. Asked for only then.

const told = new Set();

// Asks again, to see whether the page's policy is what stands in the way; the violation comes a moment later.
const isBlocked = async (url) => {
  let blocked = false;
  const hear = ({ blockedURI, disposition }) => {
    blocked ||= disposition === 'enforce' && blockedURI === url;
  };
  document.addEventListener('securitypolicyviolation', hear);
  await fetch(url, { method: 'HEAD' }).catch(() => 0);
  await new Promise((next) => setTimeout(next, 50));
  document.removeEventListener('securitypolicyviolation', hear);
  return blocked;
};

const unreachable = async (url) => {
  const { origin } = new URL(url);
  if (await isBlocked(url)) return ['csp', `${url} is blocked by the page's Content-Security-Policy`, `allow ${origin === location.origin ? '\'self\'' : origin} in script-src and connect-src`];
  if (origin !== location.origin) return ['cors', `${url} is on another origin, which does not allow this page`, 'copy the bundle to this site, or send Access-Control-Allow-Origin'];
  return ['network', `${url} could not be reached`, 'check the connection and the address'];
};

const missing = (url, { status }, way) => (status === 200 ? ['data', `${url} is not what the bundle has there`, way] : ['not-found', `${url} answered ${status}`, way]);

const script = async (url) => {
  const answer = await fetch(url).catch(() => 0);
  if (!answer) return unreachable(url);
  if (!answer.ok) return missing(url, answer, 'copy the whole bundle there');
  const type = answer.headers.get('content-type') || 'no type';
  if (!/javascript/.test(type)) return ['mime', `${url} came as ${type}`, 'serve .js files as text/javascript'];
  return ['truncated', `${url} is not complete, or script-src of the page's Content-Security-Policy blocks it`, 'upload it again, in binary mode; allow it in script-src'];
};

// What is wrong, in three parts: a code for programs, what happened, and the way out.
const find = async (host, { step, url: asked, cause, answer }) => {
  // A bundle may be named from the page on.
  const url = step === 'slice' ? new URL(asked, document.baseURI).href : asked;
  if (step === 'browser') return ['old-browser', `${url} is too old`, 'the static HTML stays; widgets work from Chromium 111, Firefox 123, Safari 16.4'];
  if (step === 'time') return ['timeout', `${url} was not ready after ${cause} ms`, 'the static HTML stays'];
  if (step === 'trap') return ['crash', 'a widget stopped', 'please report it with the steps that led here'];
  if (step === 'script') return script(url);
  if (step === 'bytes') return answer ? missing(url, answer, 'copy the whole bundle there') : unreachable(url);
  if (step === 'slice') return answer ? missing(url, answer, `copy the whole bundle there, or correct src${host.localName === 'loa-guide' ? ' or guide' : host.localName === 'loa-progress' ? ' or target' : ''}`) : unreachable(url);
  if (step === 'data') return ['data', `${url} is not a slice`, 'build the bundle again, and upload all of it'];
  if (step === 'start') {
    return /unsafe-eval|Content.Security|CSP/i.test(cause)
      ? ['csp', `${url} is blocked by the page's Content-Security-Policy`, 'add \'wasm-unsafe-eval\' to script-src']
      : ['truncated', `${url} is not complete`, 'upload it again, in binary mode'];
  }
  return ['crash', `${host.localName} did not start`, 'please report it with the steps that led here'];
};

// A deep link leads to its step all the same.
const follow = (host) => {
  const [, guide, step] = /^#loa-guide=([^&]+)&buoc=(\d+)/.exec(location.hash) || [];
  if (guide && guide === host.getAttribute('guide')) host.querySelector(`[id="${CSS.escape(guide)}-buoc-${step}"]`)?.scrollIntoView();
};

// `error` is what the loader knows, or what the module threw: a text about the slice.
export const tell = async (host, error) => {
  const [code, message, help] = typeof error === 'string' ? ['data', `${host.localName}: ${error}`, 'build the bundle again, and upload all of it'] : await find(host, error);
  // One line for what stops every widget of the page.
  if (!told.has(message)) console.error(`loa-error ${code}: ${message}; ${help}`, ...(error.cause instanceof Error ? [error.cause] : error instanceof Error ? [error] : []));
  told.add(message);
  follow(host);
  host.dispatchEvent(new CustomEvent('loa-error', { bubbles: true, composed: true, detail: { code, message, help } }));
};
