export { unknownFiles } from './named-files.ts';
