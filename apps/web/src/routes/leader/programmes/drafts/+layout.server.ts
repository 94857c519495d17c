import { signedIn } from '#lib/server/answer.ts';

/** Who may see which draft, the service decides; those who lead come from their list of programmes. */
export function load({ locals }) {
	const { homes } = signedIn(locals.actor);
	const leads = homes.leader || homes.coordinator;
	return { list: leads ? '/leader/programmes' : '/leader/programmes/drafts' };
}
