import type { Database, Tx } from '@stazhirovka/db';
import { normalEmail } from '@stazhirovka/domain/accounts';
import {
	foldTitle,
	groupFaults,
	soundRows,
	type GroupFault,
	type GroupRow,
	type KnownAccount
} from '@stazhirovka/domain/cohorts';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../../shell/context.ts';
import { missing } from '../../../../shell/errors.ts';
import { accountsByEmail } from '../../../accounts/index.ts';
import { loadProgramme } from '../../../programmes/index.ts';
import { findCohortFacts } from '../../access-store.ts';
import { findCohort } from '../../store.ts';
import { spareIn } from '../line.ts';
import { ownOrganisationTitles } from '../queries.ts';
import { organisationsTitled, standingInCohort } from './queries.ts';

type Queryable = Database | Tx;

export type Judged = {
	faults: GroupFault[];
	sound: GroupRow[];
	accounts: ReadonlyMap<string, { id: string; opened: boolean }>;
	/** Organisations of the register by their folded titles. */
	organisations: Awaited<ReturnType<typeof organisationsTitled>>;
};

/** Judges a list by the programme, the accounts and the register as they are now; writes nothing. */
export async function judge(
	db: Queryable,
	{ now }: Pick<Ctx, 'now'>,
	cohortId: string,
	rows: readonly GroupRow[]
): Promise<Judged> {
	const facts = (await findCohortFacts(db, cohortId)) ?? missing('cohort');
	const cohort = (await findCohort(db, cohortId)) ?? missing('cohort');
	const { document } = await loadProgramme(db, facts.programmeVersionId);
	const emails = rows.flatMap(({ email }) => normalEmail(email) ?? []);
	const accounts = await accountsByEmail(db, [...new Set(emails)]);
	const inside = await standingInCohort(
		db,
		cohortId,
		[...accounts.values()].map(({ id }) => id)
	);
	const titles = [...new Set(rows.map(({ organisation }) => foldTitle(organisation)).filter(Boolean))];
	const organisations = await organisationsTitled(db, facts.regionId, new Set(titles));

	const schools = await ownOrganisationTitles(
		db,
		[...accounts.values()].map(({ id }) => id)
	);
	const known = [...accounts].map(([email, { id, surname, blocked }]): [string, KnownAccount] => {
		const standing = { isBlocked: blocked, isIn: inside.has(id), isTutor: facts.cohortTutorIds.includes(id) };
		return [email, { surname, school: schools.get(id) ?? null, ...standing }];
	});
	const spare = await spareIn(db, cohort, localDay(now(), facts.timeZone));
	const faults = groupFaults(rows, {
		audience: document.audience,
		accounts: new Map(known),
		organisations: new Map([...organisations].map(([title, one]) => [title, one.shortTitle])),
		schools: spare.schools
	});
	const numbers = new Set(soundRows(rows, faults));
	return { faults, sound: rows.filter(({ row }) => numbers.has(row)), accounts, organisations };
}
