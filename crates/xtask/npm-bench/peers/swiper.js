// Swiper's element as its documentation has it: the bundle with every module.
import { register } from 'swiper/element/bundle';
import { ready } from './ready.js';

document.querySelector('swiper-container').addEventListener('swiperinit', ready);
register();
