// What a browser reports when a module stops: one of ours, another one of the page, or one that the stack does not name.
const stopped = (place) => () => {
  const error = Object.assign(new WebAssembly.RuntimeError('unreachable'), { stack: `at ${place}` });
  dispatchEvent(new ErrorEvent('error', { error }));
};
const at = (script) => stopped(`${new URL(script, location)}:1:1`);
addEventListener('guide-trap', at('/loa/hanoi-2025/loa-guide.js'));
addEventListener('feedback-trap', at('/loa/hanoi-2025/loa-feedback.js'));
addEventListener('widgets-trap', at('/loa/hanoi-2025/loa-widgets.js'));
addEventListener('other-trap', at('https://ban-do.vn/loader.js'));
addEventListener('nameless-trap', stopped('wasm-function[12]'));
