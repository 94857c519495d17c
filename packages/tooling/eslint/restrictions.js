/** What the syntax tree of a file must not hold. Each group is put together per folder in oxlint.json, and for components in eslint.config.js. */

export const typesNotInterfaces = [
	{
		selector: 'TSInterfaceDeclaration:not(TSModuleBlock TSInterfaceDeclaration)',
		message: "Write a type. An interface is for augmenting somebody else's module."
	}
];

export const namedExports = [
	{
		selector: 'ExportDefaultDeclaration',
		message: 'Export by name, so that a thing is called the same everywhere.'
	}
];

export const environment = [
	{
		selector: 'MemberExpression[object.name="process"][property.name="env"]',
		message: 'Only env.ts reads the environment; take the value as an argument.'
	}
];

export const clockAndChance = [
	{
		selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
		message: 'Time is an argument: take `now`.'
	},
	{
		selector: 'MemberExpression[object.name="Date"][property.name="now"]',
		message: 'Time is an argument: take `now`.'
	},
	{
		selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
		message: 'Time is an argument: take `now`.'
	},
	{
		selector: 'MemberExpression[object.name="Math"][property.name="random"]',
		message: 'Chance is an argument.'
	}
];

export const wordsInComponents = ['SvelteText', 'SvelteLiteral', 'Literal'].map((node) => ({
	selector: `${node}[value=/[а-яё]/i]`,
	message: 'Words live in messages/<capability>.ru.json.'
}));

export const unfinishedTests = [
	{
		selector:
			'MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(skip|only|todo|fails)$/]',
		message: 'A test runs, or is not there.'
	}
];
