// Each peer says when its controls work; the bench reads the mark.
export const ready = () => performance.mark('bench-ready');
