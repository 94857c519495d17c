export function load({ locals, depends }) {
	depends('app:me');
	const { actor, demonstration, preferences } = locals;

	return { me: actor, demonstration, preferences };
}
