import { signedIn } from '#lib/server/answer.ts';

export function load({ locals }) {
	signedIn(locals.actor);
}
