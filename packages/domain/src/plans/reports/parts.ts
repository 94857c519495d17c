import { fieldsOf, type Column, type Field, type FormDefinition } from '../../forms/index.ts';

/** What of the log a part of a report tells. */
export const TOLD = ['events', 'changes', 'works', 'cohorts'] as const;
export type Told = (typeof TOLD)[number];

/** What a column says about a record. */
export type Use =
	| 'number'
	| 'title'
	| 'format'
	| 'delivery'
	| 'count'
	| 'day'
	| 'outcome'
	| 'link'
	| 'person'
	| 'author'
	| 'cohort'
	| 'change'
	| 'reason';

export type TableField = Extract<Field, { kind: 'table' }>;

/** A field of a report that the log can fill, found by its own words: no key of any regulation is known here. */
export type ReportPart =
	| { kind: 'table'; told: Told; field: TableField; uses: ReadonlyMap<string, Use> }
	| { kind: 'text'; told: Told; field: Field }
	| { kind: 'number'; told: Told; measure: 'records' | 'people'; field: Field };

/** Which fields tell what, in the order of the form. What no words point to is left to people. */
export function partsOf(definition: FormDefinition): ReportPart[] {
	return fieldsOf(definition).flatMap((field) => partOf(field) ?? []);
}

/** The one part to be filled with these records: a table rather than a text, the first of several. */
export function mainPart(parts: readonly ReportPart[], told: Told): ReportPart | undefined {
	const lists = parts.filter((part) => part.told === told && part.kind !== 'number');
	return lists.find(({ kind }) => kind === 'table') ?? lists[0];
}

const word = (...beginnings: string[]) => new RegExp(`(?<!\\p{L})(${beginnings.join('|')})`, 'iu');

const CHANGES = word('коррект', 'изменени');
const WORKS =
	/(?<!\p{L})((проект|работ|продукт)\p{L}*\s+(стаж[её]р|слушател|обуча)|(итогов|выпускн)\p{L}*\s+(работ|проект))/iu;
const EVENTS = word('мероприяти', 'событи');
const INTERNS = word('стаж[её]р', 'слушател', 'обученн', 'прошедш');
const HOW_MANY = word('количеств', 'числ', 'сколько', 'общее', 'всего', 'охват');
const PEOPLE = word('участник', 'стаж[её]р', 'слушател', 'человек', 'педагог', 'учител', 'обученн', 'охват');
/** A text that is a list, and not thoughts about one. */
const LIST =
	/^([\d.]+\s*)?(перечень|список|провед[её]нн\p{L}*|вносим\p{L}*|внес[её]нн\p{L}*|мероприяти|событи|коррект|изменени|итогов|проект)/iu;

function partOf(field: Field): ReportPart | null {
	switch (field.kind) {
		case 'table':
			return tablePart(field);
		case 'longText': {
			const told = LIST.test(field.label) ? toldBy(field.label) : null;
			return told && told !== 'cohorts' ? { kind: 'text', told, field } : null;
		}
		case 'number':
			return numberPart(field);
		default:
			return null;
	}
}

function tablePart(field: TableField): ReportPart | null {
	const told = toldBy(field.label) ?? toldBy(field.columns.map(({ label }) => label).join('; '));
	if (!told) return null;
	if (told === 'cohorts' && !field.columns.some(({ kind }) => kind === 'number')) return null;
	return { kind: 'table', told, field, uses: usesOf(told, field.columns) };
}

function numberPart(field: Field): ReportPart | null {
	const { label } = field;
	if (!HOW_MANY.test(label)) return null;
	if (WORKS.test(label)) return { kind: 'number', told: 'works', measure: 'records', field };
	if (INTERNS.test(label)) return { kind: 'number', told: 'cohorts', measure: 'people', field };
	if (PEOPLE.test(label)) return { kind: 'number', told: 'events', measure: 'people', field };
	return EVENTS.test(label) ? { kind: 'number', told: 'events', measure: 'records', field } : null;
}

/** What is told by these words; about changes of events it tells changes. */
function toldBy(words: string): Told | null {
	if (CHANGES.test(words)) return 'changes';
	if (WORKS.test(words)) return 'works';
	if (EVENTS.test(words)) return 'events';
	return INTERNS.test(words) ? 'cohorts' : null;
}

const ORDINAL = /^\s*(№|п\/п)/iu;
const LINK = word('ссылк', 'размещ', 'адрес', 'url');

/** Whether a column is for an address: told by its label. */
export function isLinkColumn({ kind, label }: Column): boolean {
	return (kind === 'shortText' || kind === 'longText') && LINK.test(label);
}

const DAY = word('срок', 'дат[аы]', 'когда', 'период', 'время');
const NAMES = ['мероприяти', 'событи', 'названи', 'наименовани', 'тема', 'проект', 'работ', 'поток', 'групп'];
const TITLE = word(...NAMES);
const TITLE_FIRST = new RegExp(`^\\s*(${NAMES.join('|')})`, 'iu');

/** Words by which the columns of each kind of table are known, the surest first. */
const COLUMNS: Record<Told, readonly (readonly [Use, RegExp])[]> = {
	events: [
		['format', word('форм[аы]', 'формат')],
		['delivery', word('очн', 'дистанц', 'режим')],
		['day', DAY],
		['outcome', word('результат', 'итог', 'отч[её]т', 'выполнен')],
		['link', LINK],
		['person', word('ответственн')]
	],
	changes: [
		['reason', word('обосновани', 'причин', 'основани')],
		['change', word('коррект', 'изменени', 'содержани')],
		['day', DAY]
	],
	works: [
		['link', LINK],
		['author', word('автор', 'фио', 'стаж[её]р', 'слушател')],
		['cohort', word('поток', 'групп')],
		['day', DAY]
	],
	cohorts: [['day', DAY]]
};

/** A column whose label begins with what a thing is called is its name; numbers are numbers; the rest goes by words. */
function usesOf(told: Told, columns: readonly Column[]): Map<string, Use> {
	const uses = new Map<string, Use>();
	const find = (fits: (column: Column) => boolean) =>
		columns.find((column) => !uses.has(column.key) && fits(column));
	const put = (use: Use, column: Column | undefined) => column && uses.set(column.key, use);
	const isNumber = ({ kind }: Column) => kind === 'number';

	put(
		'number',
		find(({ label }) => ORDINAL.test(label))
	);
	if (told === 'events' || told === 'cohorts') {
		const surest = find((column) => isNumber(column) && HOW_MANY.test(column.label)) ?? find(isNumber);
		put('count', surest ?? find(({ label }) => HOW_MANY.test(label)));
	}
	const name = find((column) => !isNumber(column) && TITLE_FIRST.test(column.label));
	put('title', name);
	for (const [use, words] of COLUMNS[told])
		put(
			use,
			find((column) => !isNumber(column) && words.test(column.label))
		);
	const isName = (column: Column) => !isNumber(column) && TITLE.test(column.label);
	if (!name) put('title', find(isName) ?? find((column) => !isNumber(column)));
	return uses;
}
