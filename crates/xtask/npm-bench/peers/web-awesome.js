// Web Awesome's carousel alone, without its theme: the least that works.
import '@awesome.me/webawesome/dist/components/carousel/carousel.js';
import '@awesome.me/webawesome/dist/components/carousel-item/carousel-item.js';
import { ready } from './ready.js';

document.querySelector('wa-carousel').updateComplete.then(ready);
