import type { LowResultSchools } from '@stazhirovka/contract/schools';
import { movedTo, schoolYearAround } from '@stazhirovka/domain/indicators';
import type { Ctx } from '../../shell/context.ts';
import { today } from '../../shell/today.ts';
import { schoolScope } from './access.ts';
import { changesOf } from './changes-store.ts';
import { countSchools, figuresAt, schoolIndicators } from './figures.ts';
import * as queries from './queries.ts';

type Asked = { year?: number | undefined; q?: string | undefined };
type Change = Awaited<ReturnType<typeof changesOf>>[number];

/** Schools with low results of a year, and what their teachers have come to, in whole fives (R130, R167). */
export async function readSchools(
	{ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
	{ year: wanted, q }: Asked
): Promise<LowResultSchools> {
	const scope = schoolScope(actor);
	const year = wanted ?? Number(schoolYearAround(today(now)).from.slice(0, 4));
	const span = schoolYearAround(`${year}-09-01`);
	const asked = { scope, span };
	const [schools, counted, deficits, found] = await Promise.all([
		queries.schoolsOf(db, asked),
		countSchools(db, { scope, spans: [span] }),
		queries.coveredDeficits(db, asked),
		queries.choicesIn(db, { scope, year, q })
	]);
	const changes = await changesOf(
		db,
		schools.map(({ id }) => id)
	);
	const all = counted.row(null, 0);
	return {
		...{ year, at: now().toISOString(), indicators: schoolIndicators() },
		schools: schools.map(({ organisationId, ...school }) => ({
			...school,
			figures: figuresAt(counted, organisationId, 0),
			changes: changes.filter(({ schoolId }) => schoolId === school.id).map(toChange)
		})),
		summary: { schools: schools.length, taught: all?.taught ?? 0, figures: figuresAt(counted, null, 0) },
		...{ deficits, ...found }
	};
}

function toChange({ schoolId: _, createdAt, ...change }: Change) {
	return { ...change, moved: movedTo(change), toldAt: createdAt.toISOString() };
}
