import type { IConfiguration, IRegularForbiddenRuleType } from 'dependency-cruiser';

const CAPABILITIES = '^apps/service/src/capabilities';
/** Of a capability or of a part of one. */
const BEHIND_HTTP = '/[^/]+/(commands/|store|queries|view)';
const TESTS = '\\.(test|spec)\\.ts$';
/** What tests of rules begin with: examples and generators of them. */
const EXAMPLES = '/example-[^/]+\\.ts$';
const WEB_SERVER = `(\\.server\\.ts|/\\+server\\.ts|${TESTS.slice(0, -1)})$|^apps/web/src/.*/server/`;

/** Made while the web app is built, or made up by SvelteKit. */
const GENERATED = '^(\\$app/|\\$service-worker|\\./\\$types|#lib/paraglide/)';

function rule(
	name: string,
	comment: string,
	from: IRegularForbiddenRuleType['from'],
	to: IRegularForbiddenRuleType['to']
): IRegularForbiddenRuleType {
	return { name, comment, severity: 'error', from, to };
}

const config: IConfiguration = {
	forbidden: [
		rule('no-circles', 'A cycle means two modules are one.', {}, { circular: true }),
		rule(
			'no-lost-imports',
			'An import that leads nowhere escapes every other rule.',
			{},
			{
				couldNotResolve: true,
				pathNot: GENERATED
			}
		),
		rule(
			'no-junk-drawers',
			'Name a folder after what is in it.',
			{},
			{ path: '/(utils?|helpers?|common|misc)(/|\\.ts$)', pathNot: 'node_modules/' }
		),
		rule(
			'domain-is-pure',
			'Rules import rules. No npm, no node, no clock.',
			{ path: '^packages/domain/', pathNot: [TESTS, EXAMPLES] },
			{ pathNot: '^packages/domain/' }
		),
		rule(
			'examples-are-for-tests',
			'An example may throw dice and read seeds, so nothing that runs for people stands on one.',
			{ path: '^packages/domain/', pathNot: [TESTS, EXAMPLES] },
			{ path: EXAMPLES }
		),
		rule(
			'contract-speaks-domain',
			'The contract is zod plus domain words.',
			{ path: '^packages/contract/', pathNot: TESTS },
			{ pathNot: '^(packages/(contract|domain)/|node_modules/zod/)' }
		),
		rule(
			'database-knows-domain-only',
			'Tables take lists of states from the domain, and nothing else of ours.',
			{ path: '^db/' },
			{ path: '^(apps|e2e|packages/(contract|ui|tooling))/' }
		),
		rule(
			'service-has-no-pages',
			'The service is given a handler of pages; it does not know who draws them.',
			{ path: '^apps/service/' },
			{ path: '^(apps/web|packages/ui|e2e)/' }
		),
		rule(
			'web-talks-http',
			'The web app reaches data through the contract only.',
			{ path: '^apps/web/' },
			{ path: '^(apps/service|db)/' }
		),
		rule(
			'contract-stays-out-of-the-browser',
			'Browser code takes types from the contract: zod is too heavy to travel.',
			{ path: '^(apps/web/src|packages/ui/src)/', pathNot: WEB_SERVER },
			{ path: '^(packages/contract|node_modules/zod)/', dependencyTypesNot: ['type-only'] }
		),
		rule(
			'pictures-are-drawn-on-the-server',
			'The charting library is ten times a page: the browser gets the picture.',
			{ path: '^(apps/web/src|packages/ui/src)/', pathNot: WEB_SERVER },
			{ path: '^(packages/charts|node_modules/echarts)/', dependencyTypesNot: ['type-only'] }
		),
		rule(
			'ui-is-presentational',
			'Design components know no business words.',
			{ path: '^packages/ui/' },
			{ path: '^(apps|db|packages/(contract|domain))/' }
		),
		rule(
			'sql-in-stores',
			'Only store.ts and queries.ts speak to the database.',
			{ path: `${CAPABILITIES}/`, pathNot: `[/-](store|queries)\\.ts$|${TESTS}` },
			{ path: '^(db/|node_modules/(drizzle-orm|postgres)/)', dependencyTypesNot: ['type-only'] }
		),
		rule(
			'http-at-the-edge',
			'Commands, stores, queries and views do not know Fastify.',
			{
				path: [CAPABILITIES, `${CAPABILITIES}/[^/]+`].map((whole) => `${whole}${BEHIND_HTTP}`),
				pathNot: TESTS
			},
			{ path: '(/http\\.ts$|^node_modules/@?fastify)' }
		),
		rule(
			'capability-front-door',
			'Another capability is entered through its index.ts.',
			{ path: `${CAPABILITIES}/([^/]+)/` },
			{ path: `${CAPABILITIES}/`, pathNot: `${CAPABILITIES}/($1/|[^/]+/index\\.ts$)` }
		),
		rule(
			'bench-only-measures',
			'Nothing of the product stands on its benchmarks.',
			{ path: '^(apps|db|e2e|packages/(contract|domain|ui|pdf|tooling))/' },
			{ path: '^packages/bench/' }
		),
		rule(
			'bench-knows-no-pages',
			'What is measured is the service; pages are measured from outside.',
			{ path: '^packages/bench/' },
			{ path: '^(apps/web|e2e|packages/(ui|tooling))/' }
		),
		rule(
			'e2e-is-a-stranger',
			'End-to-end tests know the contract, never the code.',
			{ path: '^e2e/' },
			{ path: '^(apps|db|packages/(domain|ui|tooling))/' }
		)
	],
	options: {
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(^|/)(\\.svelte-kit|build|paraglide)/' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'default']
		}
	}
};

export default config;
