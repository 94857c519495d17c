import type { SummaryTable } from '@stazhirovka/contract/summaries';
import { longDate } from '@stazhirovka/domain/certificates';
import { FEW_WORDS, type Figure } from '@stazhirovka/domain/indicators';
import { SUBJECT_TITLES, type Measure, type Subject } from '@stazhirovka/domain/summaries';

/** A number with its unit, or words. What is not told is words, too. */
export type FileCell = string | { value: number; unit: Measure['unit'] };

/** The one thing that every kind of file is written from: what the screen shows, with where it comes from. */
export type FileTable = {
	title: string;
	/** Whose sites, which days, what it was narrowed to, when it was counted. */
	about: { label: string; value: string }[];
	heads: string[];
	/** How many columns in front name a row. */
	names: number;
	/** How many columns a measure has: one for each of its periods. */
	beside: number;
	rows: FileCell[][];
	/** Of all rows together, as the last of the rows. */
	total: FileCell[] | null;
	definitions: { title: string; text: string }[];
	picture: SummaryTable['picture'];
};

/** What the second column says of a row. */
const NOTES: Partial<Record<Subject, string>> = {
	site: 'Организация',
	cohort: 'Площадка',
	tutor: 'Должность',
	deficit_place: 'Муниципалитет',
	school: 'Муниципалитет'
};
const GROUPS_NOTE = 'Учтены только полные пятёрки стажёров каждого потока.';

export function fileTable(title: string, table: SummaryTable, made: Date): FileTable {
	const { columns, rows, total, definition, measures, spans } = table;
	const { subject } = definition;
	const note = NOTES[subject];
	const cellsOf = (cells: readonly (Figure | null)[]) =>
		cells.map((cell, n) => cellOf(cell, columns[n]?.unit ?? 'count'));

	return {
		title,
		about: aboutOf(table, made),
		heads: [
			SUBJECT_TITLES[subject],
			...(note ? [note] : []),
			...columns.map(({ title, days }) => (days ? `${title}, ${days}` : title))
		],
		names: note ? 2 : 1,
		beside: spans.length,
		rows: rows.map((row) => [row.title, ...(note ? [row.note ?? ''] : []), ...cellsOf(row.cells)]),
		total: total && ['Всё вместе', ...(note ? [''] : []), ...cellsOf(total)],
		definitions: measures.map(({ title, formula, source, told }) => ({
			title,
			text: `${formula}. Источник: ${source}.${told === 'groups' ? ` ${GROUPS_NOTE}` : ''}`
		})),
		picture: table.picture
	};
}

function cellOf(cell: Figure | null, unit: Measure['unit']): FileCell {
	if (cell === null) return '';
	return cell.kind === 'few' ? FEW_WORDS : { value: cell.value, unit };
}

function aboutOf({ scope, spans, narrowed, at }: SummaryTable, made: Date): FileTable['about'] {
	const days = spans.map(({ from, to }) => `${longDate(from)} – ${longDate(to)}`);
	return [
		{ label: 'Охват', value: scope },
		{ label: spans.length > 1 ? 'Периоды' : 'Период', value: days.join('; ') },
		...narrowed.map((words) => {
			const [label = '', ...value] = words.split(': ');
			return { label, value: value.join(': ') };
		}),
		{ label: 'Показатели на', value: at === null ? 'ещё не сосчитаны' : momentWords(new Date(at)) },
		{ label: 'Файл создан', value: momentWords(made) }
	];
}

const CLOCK = new Intl.DateTimeFormat('ru-RU', {
	dateStyle: 'long',
	timeStyle: 'short',
	timeZone: 'Europe/Moscow'
});

function momentWords(moment: Date): string {
	return `${CLOCK.format(moment)} (Москва)`;
}

/** A share of a hundred as the number that spreadsheets write with «%»; without the dust of binary fractions. */
export function fraction(percent: number): number {
	return Math.round(percent * 10) / 1000;
}
