import type { NameForms, RegisterData } from '@stazhirovka/contract/register';
import { fullName } from '@stazhirovka/domain/certificates';
import { RUSSIAN_CITIZENSHIP, showSnils } from '@stazhirovka/domain/register';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { personalOf } from '../accounts/index.ts';
import { revealSnils } from './snils.ts';
import * as store from './store.ts';
import { suggestForms } from './suggestion.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'keysDir'>;

/** The name of the one who asks in its cases: as confirmed, else as suggested (X14). */
export async function readNameForms({ db, actor: { personId } }: Reading): Promise<NameForms> {
	const [person, data] = await Promise.all([
		personalOf(db, personId),
		store.findRegisterPerson(db, personId)
	]);
	const { genitive, dative, accusative, nameConfirmedAt, ...rest } = person ?? missing('person');
	const citizenship = data?.citizenship ?? RUSSIAN_CITIZENSHIP;
	const suggested = suggestForms(rest, rest.gender, citizenship);
	const confirmed = nameConfirmedAt && { genitive, dative, accusative };
	return {
		nominative: fullName(rest),
		genitive: confirmed?.genitive ?? suggested?.genitive ?? '',
		dative: confirmed?.dative ?? suggested?.dative ?? '',
		accusative: confirmed?.accusative ?? suggested?.accusative ?? '',
		confirmedAt: nameConfirmedAt?.toISOString() ?? null
	};
}

/** What the one who asks entered about himself. */
export async function readRegisterData(reading: Reading): Promise<RegisterData> {
	const { db, actor } = reading;
	const [person, data] = await Promise.all([
		personalOf(db, actor.personId),
		store.findRegisterPerson(db, actor.personId)
	]);
	const { birthDate, gender } = person ?? missing('person');
	const snils = await revealSnils(reading, actor.personId, data?.snils ?? null);
	return {
		birthDate,
		gender,
		citizenship: data?.citizenship ?? RUSSIAN_CITIZENSHIP,
		snils: snils && showSnils(snils),
		education: data
			? {
					level: data.educationLevel,
					surname: data.educationSurname,
					series: data.educationSeries,
					number: data.educationNumber
				}
			: null,
		confirmedAt: data?.confirmedAt.toISOString() ?? null
	};
}
