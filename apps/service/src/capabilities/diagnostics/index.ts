export { effectiveCard } from './card.ts';
