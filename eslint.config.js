export { default } from './packages/tooling/eslint.config.js';
