const view = document.querySelector('iframe')?.contentWindow ?? self;
const look = (() => {
  const page = view.document;
  const hosts = () => [...page.querySelectorAll('loa-board, loa-feedback, loa-guide, loa-message, loa-progress, loa-rating, loa-roadmap')];
  const probe = () => view.wrappedJSObject?.loaProbe ?? view.loaProbe;
  const events = (name) => (probe()?.events ?? []).filter((event) => event.name === name);

  // Every element under a node, through open shadow roots, in the order in which they are drawn.
  const children = (node) => (node.localName === 'slot' && node.assignedElements().length ? node.assignedElements() : node.shadowRoot ? [...node.shadowRoot.children] : [...node.children]);
  const deep = (node) => children(node).flatMap((child) => [child, ...deep(child)]);
  const above = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;

  const words = (text) => text.replace(/\s+/g, ' ').trim();
  const path = (node) => {
    const parts = [];
    for (let at = node; at && at !== page.body; at = above(at)) {
      const part = at.getAttribute('part');
      parts.unshift(at.localName + (at.id ? `#${at.id}` : part ? `[part=${part}]` : at.className && typeof at.className === 'string' ? `.${at.className.split(' ')[0]}` : ''));
    }
    return parts.join(' > ');
  };
  const visible = (node) => {
    if (node.checkVisibility ? !node.checkVisibility({ visibilityProperty: true }) : !node.getClientRects().length) return false;
    for (let at = node; at; at = above(at)) if (at.inert) return false;
    return true;
  };
  // Text for readers alone is one pixel wide or cut to nothing.
  const forReaders = (node) => {
    for (let at = node; at; at = above(at)) {
      const style = view.getComputedStyle(at);
      if (style.clipPath !== 'none' || (style.position === 'absolute' && at.clientWidth <= 1 && style.overflow !== 'visible')) return true;
    }
    return false;
  };

  const round = (number) => Math.round(number * 100) / 100;
  const rectangle = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [x + view.scrollX, y + view.scrollY, width, height].map(round);
  };
  // What stays where it is when a widget takes over: every element of the page itself.
  // The links of a guide alone give way to its controls, in the same place.
  const place = (node) => (node === page.body ? 'body' : `${place(node.parentElement)} > ${node.localName}${node.id ? `#${node.id}` : `:${[...node.parentElement.children].indexOf(node) + 1}`}`);
  const rectangles = () => Object.fromEntries(
    [...page.querySelectorAll('body, body *')].filter((node) => !node.closest('loa-guide > nav') && node.getClientRects().length).map((node) => [place(node), rectangle(node)]),
  );
  const moved = (before) => {
    const after = rectangles();
    const gone = Object.keys(before).filter((key) => !after[key]).map((key) => `${key} is gone`);
    const come = Object.keys(after).filter((key) => !before[key]).map((key) => `${key} is new`);
    const other = Object.keys(before).filter((key) => after[key] && before[key].some((value, i) => Math.abs(value - after[key][i]) > 0.5));
    return [...gone, ...come, ...other.map((key) => `${key}: ${before[key]} → ${after[key]}`)];
  };

  // Text that a person cannot read: outside of the window, cut off by a box, or under other text.
  const texts = () => deep(page.body).filter(visible).flatMap((node) => {
    const own = [...node.childNodes].filter((child) => child.nodeType === 3 && child.data.trim());
    if (!own.length || ['script', 'style', 'option', 'noscript'].includes(node.localName) || forReaders(node)) return [];
    const range = page.createRange();
    return own.flatMap((child) => {
      range.selectNodeContents(child);
      return [...range.getClientRects()].filter((box) => box.width > 0.5).map((box) => ({ node, box, text: words(child.data).slice(0, 40) }));
    });
  });
  const lost = () => {
    const problems = [];
    const wide = page.scrollingElement.scrollWidth - page.documentElement.clientWidth;
    if (wide > 0) {
      const widest = deep(page.body).filter((node) => visible(node) && node.getBoundingClientRect().right > page.documentElement.clientWidth + 0.5).slice(0, 4).map(path);
      problems.push(`the page scrolls sideways by ${wide} px: ${widest.join(', ')}`);
    }
    const all = texts();
    for (const { node, box, text } of all) {
      let scrolls = false;
      for (let at = node; at && at !== page.documentElement; at = above(at)) {
        const style = view.getComputedStyle(at);
        if (at === page.body || style.overflowX === 'visible' || style.display === 'inline') continue;
        if (['auto', 'scroll'].includes(style.overflowX) && at.scrollWidth > at.clientWidth) { scrolls = true; break; }
        const edge = at.getBoundingClientRect();
        if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 3 || box.bottom > edge.bottom + 3) problems.push(`“${text}” (${path(node)}) is cut off by ${path(at)}`);
      }
      if (!scrolls && (box.left < -0.5 || box.right > page.documentElement.clientWidth + 0.5)) problems.push(`“${text}” (${path(node)}) is outside of the window: ${round(box.left)} to ${round(box.right)}`);
    }
    for (let i = 0; i < all.length; i += 1) {
      for (let j = i + 1; j < all.length; j += 1) {
        const [a, b] = [all[i], all[j]];
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // Lines of one paragraph may touch; words of two may not.
        if (a.node !== b.node && across > 2 && down > Math.min(a.box.height, b.box.height) / 2) problems.push(`“${a.text}” (${path(a.node)}) and “${b.text}” (${path(b.node)}) lie on one another`);
      }
    }
    return problems;
  };

  const active = () => {
    let at = page.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  const name = (node) => {
    const root = node.getRootNode();
    const ids = node.getAttribute('aria-labelledby');
    if (ids) return words(ids.split(' ').map((id) => root.getElementById(id)?.textContent ?? '').join(' '));
    return words(node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? node.textContent ?? '');
  };
  const stop = () => {
    const node = active();
    if (!node || node === page.body || node === page.documentElement) return null;
    const style = view.getComputedStyle(node);
    const { width, height, left, right } = node.getBoundingClientRect();
    return {
      path: path(node),
      place: node.getRootNode() === page ? place(node) : path(node),
      name: name(node),
      seen: visible(node) && width > 1 && height > 1 && right > 0 && left < view.innerWidth,
      ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
      within: Boolean(hosts().find((host) => host.contains(node) || host.shadowRoot?.contains(node))),
    };
  };

  return {
    page, hosts, events, deep, path, visible, rectangles, moved, lost, stop, active, words,
    // Within a widget's shadow root, or among its content.
    find: (tag, selector) => {
      const host = typeof tag === 'string' ? page.querySelector(tag) : tag;
      return host?.shadowRoot?.querySelector(selector) ?? host?.querySelector(selector) ?? null;
    },
    text: (node) => (node ? words(node.innerText) : null),
    settled: () => {
      // A widget below the screen waits for the person to come near.
      const waiting = hosts().find((host) => !view.loaReady?.has(host));
      waiting?.scrollIntoView?.({ block: 'nearest', behavior: 'instant' });
      return !waiting || events('loa-error').length > 0;
    },
    // Widgets below the screen wait for the person to come near.
    showAll: () => {
      const waiting = hosts().find((host) => !view.loaReady?.has(host) && !view.loaFailed?.has(host));
      waiting?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      return true;
    },
    frames: async (count) => {
      for (let i = 0; i < count; i += 1) await new Promise((next) => view.requestAnimationFrame(next));
    },
    state: () => ({ address: location.href, probe: probe() ? JSON.parse(JSON.stringify(probe())) : null, hosts: hosts().map((host) => host.outerHTML.slice(0, 200)) }),
    record: () => JSON.parse(JSON.stringify(probe())),
    // Everything that is kept on the device.
    kept: () => ({ cookie: page.cookie, local: { ...view.localStorage }, session: { ...view.sessionStorage } }),
  };
})();
