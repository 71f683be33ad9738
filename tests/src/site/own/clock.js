// A machine whose clock stands still at the instant named after the question mark.
const instant = Date.parse(document.currentScript.src.split('?')[1]);
Date.now = () => instant;
