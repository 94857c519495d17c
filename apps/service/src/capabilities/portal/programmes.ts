import type { ProgrammeCard, PublicProgramme } from '@stazhirovka/contract/portal';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { fullForSchoolOf } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { statusPeriodsOfAll } from '../sites/index.ts';
import { enrolmentsOf, nextCohorts, publishedProgrammes, type PublishedRow } from './queries.ts';
import { toProgrammeCard, toPublicProgramme } from './view.ts';

type Visitor = Pick<Deps, 'db' | 'now'>;

/** The westernmost zone of the country: a cohort leaves the page when its last day is over everywhere. */
const LAST_ZONE = 'Europe/Kaliningrad';

export async function listProgrammes(visitor: Visitor): Promise<ProgrammeCard[]> {
	return withCohorts(visitor, await publishedProgrammes(visitor.db));
}

/** One programme, with the reader's own enrolments in its cohorts; a guest has none. */
export async function readProgramme(
	visitor: Visitor,
	key: string,
	readerId: string | null
): Promise<PublicProgramme> {
	const [row] = await publishedProgrammes(visitor.db, key);
	if (!row) return missing('programme');

	const [[card], { document }, own] = await Promise.all([
		withCohorts(visitor, [row]),
		loadProgramme(visitor.db, row.versionId),
		readerId === null ? [] : enrolmentsOf(visitor.db, readerId)
	]);
	if (!card) return missing('programme');
	const today = (timeZone: string) => localDay(visitor.now(), timeZone);
	const cohorts = card.cohorts.map((cohort) => ({ ...cohort, today: today(cohort.timeZone) }));
	const full = readerId === null ? new Set<string>() : await fullForSchoolOf(visitor.db, readerId, cohorts);
	return toPublicProgramme(card, document, { own, full });
}

async function withCohorts({ db, now }: Visitor, rows: PublishedRow[]): Promise<ProgrammeCard[]> {
	const ids = rows.map(({ programmeId }) => programmeId);
	const cohorts = await nextCohorts(db, ids, localDay(now(), LAST_ZONE));
	const periods = await statusPeriodsOfAll(db, [...new Set(cohorts.map(({ siteId }) => siteId))]);
	const planned = cohorts.map((cohort) => ({ ...cohort, periods: periods.get(cohort.siteId) ?? [] }));
	return rows.map((row) => toProgrammeCard(row, planned, now()));
}
