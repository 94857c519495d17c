export { tidyCoordinators } from './coordinating.ts';
