import type { Tx } from '@stazhirovka/db';
import { normalEmail } from '@stazhirovka/domain/accounts';
import { foldTitle } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../../shell/context.ts';
import { missing } from '../../../../shell/errors.ts';
import { enterPeople } from '../../../accounts/index.ts';
import * as cohorts from '../../store.ts';
import { forgetHeads } from '../head-store.ts';
import { ownOrganisationTitles } from '../queries.ts';
import { forgetAll } from '../store.ts';
import type { Judged } from './judging.ts';

/** `opened`: the person can sign in already. */
export type Entered = { enrolment: cohorts.EnrolmentRow; opened: boolean };
type Person = { personId: string; opened: boolean; workplace: string | null };
type Titled = { personId: string; organisationTitle: string | null };

/** Everybody's enrolment, ready to be decided, in the order of the list: a statement for each kind of row. */
export async function enterAll(
	tx: Tx,
	ctx: Ctx,
	{ id: cohortId }: cohorts.CohortRow,
	judged: Judged
): Promise<Entered[]> {
	const people = await peopleOf(tx, ctx, judged);
	const titled = await withOrganisations(tx, people);
	const earlier = await renewEarlier(tx, ctx, cohortId, titled);
	const fresh = await applyAnew(tx, ctx, cohortId, titled, earlier);

	const all = new Map([...earlier, ...fresh].map((enrolment) => [enrolment.personId, enrolment]));
	return people.map(({ personId, opened }) => {
		return { enrolment: all.get(personId) ?? missing('enrolment'), opened };
	});
}

/** Accounts by their address; newcomers get one. */
async function peopleOf(tx: Tx, ctx: Ctx, { sound, accounts, organisations }: Judged): Promise<Person[]> {
	const rows = sound.map((row) => ({ row, email: normalEmail(row.email) ?? missing('account') }));
	const newcomers = rows.filter(({ email }) => !accounts.has(email));
	const made = await enterPeople(
		tx,
		ctx,
		newcomers.map(({ row, email }) => ({
			...{ email, surname: row.surname.trim(), givenName: row.givenName.trim() },
			...{ patronymic: own(row.patronymic), position: own(row.position) },
			organisationId: organisations.get(foldTitle(row.organisation))?.id ?? null
		}))
	);
	return rows.map(({ row, email }) => {
		const account = accounts.get(email);
		const personId = account?.id ?? made.get(email) ?? missing('account');
		return { personId, opened: account?.opened ?? false, workplace: own(row.organisation) };
	});
}

/** The organisation of the account, else the one that the list names. */
async function withOrganisations(tx: Tx, people: Person[]): Promise<Titled[]> {
	const titles = await ownOrganisationTitles(
		tx,
		people.map(({ personId }) => personId)
	);
	return people.map(({ personId, workplace }) => {
		return { personId, organisationTitle: titles.get(personId) ?? workplace };
	});
}

/** Whoever has applied keeps the day, and so the place in line; whoever had gone begins anew, without old claims. */
async function renewEarlier(
	tx: Tx,
	ctx: Ctx,
	cohortId: string,
	titled: Titled[]
): Promise<cohorts.EnrolmentRow[]> {
	const titles = new Map(titled.map(({ personId, organisationTitle }) => [personId, organisationTitle]));
	const earlier = await cohorts.findEnrolments(tx, cohortId, [...titles.keys()]);
	const gone = earlier.filter(({ state }) => state !== 'applied');
	for (const { id, personId } of gone) {
		const organisationTitle = titles.get(personId) ?? null;
		await cohorts.noteOn(tx, id, { appliedAt: ctx.now(), organisationTitle });
	}
	const ids = gone.map(({ id }) => id);
	await forgetAll(tx, ids);
	await forgetHeads(tx, ids);
	return earlier;
}

function applyAnew(
	tx: Tx,
	ctx: Ctx,
	cohortId: string,
	titled: Titled[],
	earlier: cohorts.EnrolmentRow[]
): Promise<cohorts.EnrolmentRow[]> {
	const known = new Set(earlier.map(({ personId }) => personId));
	const fresh = titled.filter(({ personId }) => !known.has(personId));
	return cohorts.insertEnrolments(
		tx,
		fresh.map((one) => ({ ...one, cohortId, appliedAt: ctx.now(), state: 'applied' as const }))
	);
}

const own = (text: string) => text.trim() || null;
