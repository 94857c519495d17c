export { closeOverdue } from './attempts/commands/close-overdue.ts';
export { stopAtEnd, stopUnlessBegun } from './attempts/guard.ts';
export { cardPairs } from './comparison/reading.ts';
export { deficitsOf, effectiveCard } from './card.ts';
export { seekComparison } from './comparison/reading.ts';
