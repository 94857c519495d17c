import type { Me } from '@stazhirovka/contract/accounts';
import { error } from '@sveltejs/kit';
import { signedIn } from './answer.ts';

type Room = keyof Me['homes'];

/**
 * Layouts of the rooms of the platform begin with this: a guest is led to the sign-in page, and for whom none of
 * these rooms is open there is nothing at this address (R167). What they may do inside, the service decides.
 */
export function enter(actor: Me | null, ...rooms: Room[]): Me {
	const me = signedIn(actor);
	return rooms.some((room) => me.homes[room]) ? me : error(404, 'route.missing', { code: 'route.missing' });
}
