import * as restrictions from './restrictions.js';

const kebab = (name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Each group of restrictions as a rule of the linter that reads TypeScript: `typesNotInterfaces` is `restrictions/types-not-interfaces`. */
export default {
	meta: { name: 'restrictions' },
	rules: Object.fromEntries(
		Object.entries(restrictions).map(([name, group]) => [
			kebab(name),
			{ create: (context) => visitors(context, group) }
		])
	)
};

function visitors(context, group) {
	return Object.fromEntries(
		group.map(({ selector, message }) => [selector, (node) => context.report({ node, message })])
	);
}
