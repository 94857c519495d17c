export { reportsWaiting } from './waiting.ts';
