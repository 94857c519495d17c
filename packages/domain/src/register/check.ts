import { REGISTER_COLUMNS, type AllowedValues, type Letter, type RegisterRow } from './columns.ts';
import { RUSSIAN_CITIZENSHIP } from './declension.ts';
import { mended } from './mending.ts';
import { COHORT_COLUMNS, type RegisterFacts } from './row.ts';

export type RegisterFault =
	| 'missing'
	| 'too_long'
	| 'bad_characters'
	| 'untidy'
	| 'not_listed'
	| 'end_before_start'
	| 'issued_before_end'
	| 'hours'
	| 'snils_repeated'
	| 'no_snils_abroad'
	| 'under_age'
	| 'other_surname';

/** Who can do something about it: the learner, who runs the cohort, or whoever issued the document. */
export type Answerable = 'person' | 'cohort' | 'issuer';

export type RegisterFinding = {
	letter: Letter;
	code: RegisterFault;
	/** `fixable`: one press writes `fix` into the file; `note`: the file may go as it is. */
	weight: 'blocking' | 'fixable' | 'note';
	answerable: Answerable;
	found: string;
	fix?: string;
	limit?: number;
};

const NAMES: Letter[] = ['P', 'V', 'W', 'X', 'AK', 'AL', 'AM'];
const LONGEST: Partial<Record<Letter, number>> = {
	...Object.fromEntries(NAMES.map((letter) => [letter, 50])),
	...{ K: 255, F: 20, Q: 20, AG: 20, G: 40, R: 40, AH: 40, I: 30, AI: 30 }
};
const NAME = /^[\p{Script=Cyrillic} .'’()-]+$/u;

/** Compulsory in every file; AA only where the law asks for it, X and the originals never. */
const NEEDED: Letter[] = [...'ABCDEFGHIJKOPRSTUVWYZ'].map((letter) => letter as Letter).concat('Q', 'AE');
/** Compulsory for documents of 2021 and later. */
const NEEDED_SINCE_2021: Letter[] = ['AB', 'AC', 'AD'];
const SINCE = '2021-01-01';

const LEAST_HOURS = 16;
const RETRAINING_HOURS = 250;
const ADULT_YEARS = 18;

/** Everything that the federal register would refuse in this row, and what is only to be looked at (X4). */
export function checkRow(row: RegisterRow, facts: RegisterFacts, allowed: AllowedValues): RegisterFinding[] {
	const cells = REGISTER_COLUMNS.flatMap(([letter]) => checkCell(letter, row[letter], facts, allowed));
	return [...cells, ...checkTogether(row, facts)];
}

function checkCell(
	letter: Letter,
	value: string,
	facts: RegisterFacts,
	allowed: AllowedValues
): RegisterFinding[] {
	const about = { letter, found: value, answerable: answerableFor(letter) };
	if (value.trim() === '') {
		return isNeeded(letter, facts) ? [{ ...about, code: 'missing', weight: 'blocking' }] : [];
	}
	const fix = mended(value);
	if (fix !== value) return [{ ...about, code: 'untidy', weight: 'fixable', fix }];

	const limit = LONGEST[letter];
	if (limit !== undefined && [...value].length > limit)
		return [{ ...about, code: 'too_long', weight: 'blocking', limit }];
	if (NAMES.includes(letter) && !NAME.test(value))
		return [{ ...about, code: 'bad_characters', weight: 'blocking' }];
	const list = allowed[letter];
	return list && !list.includes(value) ? [{ ...about, code: 'not_listed', weight: 'blocking' }] : [];
}

function checkTogether(row: RegisterRow, facts: RegisterFacts): RegisterFinding[] {
	const { person } = facts;
	const found: RegisterFinding[] = [];
	const add = (letter: Letter, code: RegisterFault, weight: RegisterFinding['weight']) =>
		found.push({ letter, code, weight, answerable: answerableFor(letter), found: row[letter] });

	if (facts.periodTo < facts.periodFrom) add('T', 'end_before_start', 'blocking');
	if (facts.issuedOn < facts.periodTo) add('H', 'issued_before_end', 'blocking');
	if (facts.hours < LEAST_HOURS || facts.hours >= RETRAINING_HOURS) add('U', 'hours', 'blocking');
	if (!person) return found;

	const { snils, citizenship, birthDate, education } = person;
	if (snils === null && citizenship !== RUSSIAN_CITIZENSHIP) add('AA', 'no_snils_abroad', 'note');
	if (snils === null && citizenship === RUSSIAN_CITIZENSHIP && facts.issuedOn >= SINCE)
		add('AA', 'missing', 'blocking');
	if (birthDate && years(birthDate, facts.periodTo) < ADULT_YEARS) add('Y', 'under_age', 'note');
	if (education && mended(education.surname) !== mended(facts.surname)) add('P', 'other_surname', 'note');
	return found;
}

function isNeeded(letter: Letter, { issuedOn }: RegisterFacts): boolean {
	return NEEDED.includes(letter) || (NEEDED_SINCE_2021.includes(letter) && issuedOn >= SINCE);
}

const OF_PERSON: Letter[] = ['O', 'P', 'Q', 'R', 'Y', 'Z', 'AA', 'AE'];

function answerableFor(letter: Letter): Answerable {
	if (OF_PERSON.includes(letter)) return 'person';
	return (COHORT_COLUMNS as readonly Letter[]).includes(letter) ? 'cohort' : 'issuer';
}

/** Whole years between two days. */
function years(from: string, to: string): number {
	const whole = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
	return to.slice(5) < from.slice(5) ? whole - 1 : whole;
}
