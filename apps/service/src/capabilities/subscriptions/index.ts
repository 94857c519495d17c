export { tidySubscriptions } from './subscribing.ts';
export { sendNews } from './telling.ts';
