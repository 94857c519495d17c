/** What is measured apart from the whole: the front door for benchmarks, and for nothing else. */
export { decideBatch } from './capabilities/certificates/batches/commands/decide-batch.ts';
export { prepareBatch } from './capabilities/certificates/batches/commands/prepare-batch.ts';
export { issueApproved } from './capabilities/certificates/index.ts';
export { printedOf } from './capabilities/certificates/print.ts';
export { post } from './capabilities/chat/post.ts';
export { Connection } from './capabilities/chat/live/connection.ts';
export { encode } from './capabilities/chat/live/frame.ts';
export { RoomPump } from './capabilities/chat/live/room-pump.ts';
export type { Told } from './capabilities/chat/live/source.ts';
export { createTypesetter } from './capabilities/documents/typesetter.ts';
export { ROOM_CHANNEL } from './shell/live.ts';
export { makeManyInterns } from './testing/many-interns.ts';
export { makeManySites } from './testing/many-sites.ts';
export { startNats } from './testing/nats-server.ts';
export { reportingSite } from './testing/reports.ts';
export { publishRules } from './testing/sites.ts';
export { createWorld, leaderOf, type World } from './testing/world.ts';
export { insertReviews } from './capabilities/final-works/reviews-store.ts';
