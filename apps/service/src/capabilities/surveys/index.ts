export { inviteToFollowUps } from './inviting.ts';
