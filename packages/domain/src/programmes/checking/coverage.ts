import type { ProgrammeDeficit, ProgrammeDocument } from '../document.ts';
import { error, type Finding } from '../finding.ts';
import { normalise } from '../reading/phrase.ts';
import type { ItemKind } from '../rules.ts';

const NAMED: [RegExp, ItemKind][] = [
	[/знани/, 'knowledge'],
	[/кейс|ситуаци/, 'case'],
	[/самооцен/, 'self_assessment']
];

/** The diagnostic and the declared deficits are one set, and every deficit has a task that removes it (R122, R125). */
export function checkCoverage(document: ProgrammeDocument): Finding[] {
	const declared = new Set(document.deficits.map((deficit) => deficit.key));
	const kinds = kindsOf(document);

	return [
		...document.diagnostic.items
			.filter((item) => !declared.has(item.deficit))
			.map((item) =>
				error(`diagnostic.items.${item.key}.deficit`, 'deficit.undeclared', { deficit: item.deficit })
			),
		...document.deficits.flatMap((deficit) => [
			...checkItems(document, deficit, kinds),
			...checkMaximum(document, deficit),
			...checkPrimaryTask(document, deficit)
		])
	];
}

/** Kinds that the diagnostic uses, and kinds that its own coverage rule promises. */
function kindsOf({ diagnostic }: ProgrammeDocument): ItemKind[] {
	const named = new Set([
		...diagnostic.items.map((item) => item.kind),
		...promisedKinds(diagnostic.coverage_rule)
	]);
	return NAMED.map(([, kind]) => kind).filter((kind) => named.has(kind));
}

/** Kinds of items that a rule of coverage names. */
export function promisedKinds(rule: string): ItemKind[] {
	const phrase = normalise(rule);
	return NAMED.filter(([word]) => word.test(phrase)).map(([, kind]) => kind);
}

function checkItems(
	{ diagnostic }: ProgrammeDocument,
	deficit: ProgrammeDeficit,
	kinds: ItemKind[]
): Finding[] {
	const here = diagnostic.items.filter((item) => item.deficit === deficit.key).map((item) => item.kind);
	return kinds
		.filter((kind) => !here.includes(kind))
		.map((kind) => error(`deficits.${deficit.key}`, 'deficit.without_item', { kind }));
}

function checkMaximum({ diagnostic }: ProgrammeDocument, deficit: ProgrammeDeficit): Finding[] {
	const items = diagnostic.items.filter((item) => item.deficit === deficit.key);
	const found = items.reduce((total, item) => total + item.max, 0);
	const expected = diagnostic.scoring.per_deficit_max;
	return items.length === 0 || found === expected
		? []
		: [error(`deficits.${deficit.key}`, 'deficit.wrong_maximum', { expected, found })];
}

function checkPrimaryTask({ tasks }: ProgrammeDocument, deficit: ProgrammeDeficit): Finding[] {
	const covered = tasks.some((task) =>
		task.deficits.some(({ key, role }) => key === deficit.key && role === 'primary')
	);
	return covered ? [] : [error(`deficits.${deficit.key}`, 'deficit.without_primary_task')];
}
