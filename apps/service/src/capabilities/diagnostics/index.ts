export { deficitsOf, effectiveCard } from './card.ts';
