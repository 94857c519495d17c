export { endStanding, grantedBefore, settleRights, tellAppointees, type Author } from './appointing.ts';
export { appointedIn, type AppointedRow } from './store.ts';
