// Splide as its documentation has it; a slide is as high as its content.
import Splide from '@splidejs/splide';
import '@splidejs/splide/css';
import { ready } from './ready.js';

const splide = new Splide('.splide');
splide.on('mounted', ready);
splide.mount();
