import { enter } from '#lib/server/rooms.ts';

export function load({ locals }) {
	const { homes } = enter(locals.actor, 'coordinator', 'municipality');
	return { keeps: homes.coordinator, watches: homes.municipality };
}
