import type { PersonName } from '../certificates/index.ts';

export const NAME_CASES = ['genitive', 'dative', 'accusative'] as const;
export type NameCase = (typeof NAME_CASES)[number];
export type NameForms = Record<NameCase, string>;
export type Gender = 'f' | 'm';

/** Of Russian citizens; ОКСМ. */
export const RUSSIAN_CITIZENSHIP = '643';

/** Whether a machine may suggest the cases of a name (X14): of foreign names without a patronymic it knows nothing. */
export function maySuggest(name: PersonName, gender: Gender | null, citizenship: string): gender is Gender {
	return gender !== null && (Boolean(name.patronymic) || citizenship === RUSSIAN_CITIZENSHIP);
}

const CONSONANT = /[бвгджзйклмнпрстфхцчшщьъ]$/i;
/** «Заречко», «Сухожилло», «Дюма» aside: what ends so is the same in every case, whoever bears it. */
const NEVER = /(?:[оеэиуюы]|[ыи]х)$/i;

/** One part of a surname: a woman's in a consonant is not declined, a man's is; nobody's in «-ко», «-ых», «-их» is. */
export function staysAsItIs(surname: string, gender: Gender): boolean {
	return NEVER.test(surname) || (gender === 'f' && CONSONANT.test(surname));
}

/** «Турал оглы», «Али кызы»: the word after the father's name keeps the whole as it is. */
export function isTurkicPatronymic(patronymic: string): boolean {
	return /(?:^|[\s-])(?:оглы|оглу|кызы|гызы|улы|уулу)$/i.test(patronymic.trim());
}

/** Women's names that are declined by no general rule. */
const IRREGULAR: ReadonlyMap<string, NameForms> = new Map([
	['Любовь', { genitive: 'Любови', dative: 'Любови', accusative: 'Любовь' }]
]);

export function irregularForm(givenName: string, wanted: NameCase): string | undefined {
	return IRREGULAR.get(givenName)?.[wanted];
}
