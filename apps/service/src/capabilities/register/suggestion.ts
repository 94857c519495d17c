import { fullName, type PersonName } from '@stazhirovka/domain/certificates';
import {
	irregularForm,
	isTurkicPatronymic,
	maySuggest,
	staysAsItIs,
	type Gender,
	type NameCase,
	type NameForms
} from '@stazhirovka/domain/register';
import lvovich from 'lvovich';

const GENDERS = { f: 'female', m: 'male' } as const;

/** A name in its cases as a machine would have it, for a person to look at (X14); null where it had better not try. */
export function suggestForms(name: PersonName, gender: Gender | null, citizenship: string): NameForms | null {
	if (!maySuggest(name, gender, citizenship)) return null;
	const form = (wanted: NameCase) => fullName(inCase(name, gender, wanted));
	return { genitive: form('genitive'), dative: form('dative'), accusative: form('accusative') };
}

function inCase(
	{ surname, givenName, patronymic }: PersonName,
	gender: Gender,
	wanted: NameCase
): PersonName {
	const sex = GENDERS[gender];
	return {
		surname: surname
			.split('-')
			.map((part) => (staysAsItIs(part, gender) ? part : lvovich.inclineLastname(part, wanted, sex)))
			.join('-'),
		givenName: irregularForm(givenName, wanted) ?? lvovich.inclineFirstname(givenName, wanted, sex),
		patronymic:
			patronymic && !isTurkicPatronymic(patronymic)
				? lvovich.inclineMiddlename(patronymic, wanted, sex)
				: patronymic
	};
}
