import type { confirmRegisterData } from '@stazhirovka/contract/register';
import type { Input } from '@stazhirovka/contract/endpoint';
import { textOf } from '#lib/server/form-text.ts';

type Typed = Required<Input<typeof confirmRegisterData>['body']>;

export function typedForms(form: FormData) {
	const of = (name: string) => textOf(form, name);
	return { genitive: of('genitive'), dative: of('dative'), accusative: of('accusative') };
}

/** What was not chosen is for the service to refuse. */
export function typedData(form: FormData): Typed {
	const of = (name: string) => textOf(form, name).trim();
	return {
		birthDate: of('birthDate'),
		gender: of('gender') as 'f',
		citizenship: of('citizenship'),
		snils: of('snils'),
		education: {
			level: of('education.level') as 'higher',
			surname: of('education.surname'),
			series: of('education.series'),
			number: of('education.number')
		}
	};
}
