import type { confirmRegisterData as contract } from '@stazhirovka/contract/register';
import type { Input } from '@stazhirovka/contract/endpoint';
import { mended, readSnils, RUSSIAN_CITIZENSHIP } from '@stazhirovka/domain/register';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { today } from '../../../shell/today.ts';
import { keepPersonal } from '../../accounts/index.ts';
import { hideSnils } from '../snils.ts';
import * as store from '../store.ts';

export type TypedData = Required<Input<typeof contract>['body']>;

const EARLIEST_BIRTH = '1900-01-01';

/** The person's own word on the data of the register. The journal says that it was given, never what it was (X6). */
export async function confirmRegisterData(ctx: Ctx, typed: TypedData): Promise<void> {
	const { personId } = ctx.actor;
	const { education, gender, birthDate, citizenship } = typed;
	if (birthDate < EARLIEST_BIRTH || birthDate >= today(ctx.now))
		faulty('register.bad_birth_date', { field: 'birthDate' });
	const snils = snilsIn(typed);
	const kept = snils ? await hideSnils(ctx, personId, snils) : { snils: null, snilsMark: null };

	await ctx.db.transaction(async (tx) => {
		await keepPersonal(tx, personId, { gender, birthDate });
		await store.keepRegisterPerson(tx, {
			...kept,
			personId,
			citizenship,
			educationLevel: education.level,
			educationSurname: mended(education.surname),
			educationSeries: mended(education.series),
			educationNumber: mended(education.number),
			confirmedAt: ctx.now()
		});
		await record(tx, ctx, 'register_data.checked', { id: personId });
	});
}

/** A foreigner may have none; what was typed has to be right whoever typed it. */
function snilsIn({ snils, citizenship }: TypedData): string | null {
	const isAbsent = snils.trim() === '';
	if (isAbsent && citizenship !== RUSSIAN_CITIZENSHIP) return null;
	return (
		readSnils(snils) ?? faulty(isAbsent ? 'register.no_snils' : 'register.bad_snils', { field: 'snils' })
	);
}
