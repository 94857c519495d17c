import { enter } from '#lib/server/rooms.ts';

export function load({ locals }) {
	enter(locals.actor, 'municipality');
}
