import type { DuplicateCause, PersonName } from '../certificates/index.ts';
import { REGISTER_COLUMNS, type AllowedValues, type Letter, type RegisterRow } from './columns.ts';
import type { Gender } from './declension.ts';
import { showSnils } from './snils.ts';

export const EDUCATION_LEVELS = ['higher', 'vocational'] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

/** What the person entered about himself for the register. Days are `YYYY-MM-DD`. */
export type RegisterPerson = {
	birthDate: string | null;
	gender: Gender | null;
	/** Of the ОКСМ, three digits. */
	citizenship: string;
	/** Eleven digits; `hidden` where they are there but not to be read. */
	snils: string | 'hidden' | null;
	education: { level: EducationLevel; surname: string; series: string; number: string } | null;
};

/** What is the same for a whole cohort and stands in no document. */
export const COHORT_COLUMNS = ['L', 'M', 'N', 'AB', 'AC', 'AD'] as const satisfies Letter[];
export type CohortColumn = (typeof COHORT_COLUMNS)[number];
export type CohortValues = Partial<Record<CohortColumn, string>>;

export type RegisteredWords = PersonName & { number: string; series: string | null; issuedOn: string };

export type RegisterFacts = RegisteredWords & {
	programmeTitle: string;
	hours: number;
	periodFrom: string;
	periodTo: string;
	person: RegisterPerson | null;
	cohort: CohortValues;
	/** The document of which this is the duplicate. */
	original: (RegisteredWords & { cause: DuplicateCause }) | null;
};

const KIND = 'Удостоверение о повышении квалификации';
const LEVELS = { higher: 'Высшее образование', vocational: 'Среднее профессиональное образование' };
const GENDERS = { f: ['Жен', 'Женский'], m: ['Муж', 'Мужской'] };
const NO_SERIES = 'Нет';

/** The forty cells of one document. What is not known is empty; words of a list are written as the list writes them. */
export function registerRow(facts: RegisterFacts, allowed: AllowedValues = {}): RegisterRow {
	const { person, cohort, original } = facts;
	const listed = (letter: Letter, ...words: string[]) => asListed(allowed[letter], words);
	const yes = (letter: Letter, is: boolean) => listed(letter, is ? 'Да' : 'Нет');
	const filled: Partial<RegisterRow> = {
		A: listed('A', KIND),
		B: listed('B', original ? 'Дубликат' : 'Оригинал'),
		C: yes('C', original?.cause === 'loss'),
		D: yes('D', original?.cause === 'exchange'),
		E: yes('E', original?.cause === 'destruction'),
		F: facts.series ?? NO_SERIES,
		G: facts.number,
		H: plainDay(facts.issuedOn),
		I: facts.number,
		J: listed('J', 'Повышение квалификации'),
		K: facts.programmeTitle,
		O: person?.education ? listed('O', LEVELS[person.education.level]) : '',
		P: person?.education?.surname ?? '',
		Q: person?.education ? person.education.series || NO_SERIES : '',
		R: person?.education?.number ?? '',
		S: facts.periodFrom.slice(0, 4),
		T: facts.periodTo.slice(0, 4),
		U: String(facts.hours),
		V: facts.surname,
		W: facts.givenName,
		X: facts.patronymic ?? '',
		Y: person?.birthDate ? plainDay(person.birthDate) : '',
		Z: person?.gender ? listed('Z', ...GENDERS[person.gender]) : '',
		AA: person?.snils && person.snils !== 'hidden' ? showSnils(person.snils) : '',
		AE: person?.citizenship ?? '',
		...(original && originalCells(original, listed))
	};
	for (const letter of COHORT_COLUMNS) filled[letter] = listed(letter, cohort[letter] ?? '');
	return Object.fromEntries(
		REGISTER_COLUMNS.map(([letter]) => [letter, filled[letter] ?? ''])
	) as RegisterRow;
}

type Listed = (letter: Letter, ...words: string[]) => string;

function originalCells(original: RegisteredWords, listed: Listed): Partial<RegisterRow> {
	return {
		AF: listed('AF', KIND),
		AG: original.series ?? NO_SERIES,
		AH: original.number,
		AI: original.number,
		AJ: plainDay(original.issuedOn),
		AK: original.surname,
		AL: original.givenName,
		AM: original.patronymic ?? ''
	};
}

/** The list's own spelling of one of these words; the first of them where it has none. */
function asListed(list: string[] | undefined, words: string[]): string {
	const folded = words.map(fold);
	return list?.find((one) => folded.includes(fold(one))) ?? words[0] ?? '';
}

function fold(word: string): string {
	return word
		.trim()
		.replace(/[.\s]+/g, ' ')
		.trim()
		.toLowerCase()
		.replaceAll('ё', 'е');
}

/** `26.02.2027` */
function plainDay(day: string): string {
	return day.split('-').toReversed().join('.');
}
