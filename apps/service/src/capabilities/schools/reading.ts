import type { LowResultSchools } from '@stazhirovka/contract/schools';
import { schoolYearAround } from '@stazhirovka/domain/indicators';
import { inFives } from '@stazhirovka/domain/tracing';
import type { Ctx } from '../../shell/context.ts';
import { today } from '../../shell/today.ts';
import { schoolScope } from './access.ts';
import * as queries from './queries.ts';

type Asked = { year?: number | undefined; q?: string | undefined };

/** Schools with low results of a year, and what their teachers have come to, in whole fives (R130, R167). */
export async function readSchools(
	{ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
	{ year: wanted, q }: Asked
): Promise<LowResultSchools> {
	const scope = schoolScope(actor);
	const year = wanted ?? Number(schoolYearAround(today(now)).from.slice(0, 4));
	const asked = { scope, year };
	const [schools, teachers, deficits, found] = await Promise.all([
		queries.schoolsOf(db, asked),
		queries.teachersOf(db, asked),
		queries.coveredDeficits(db, asked),
		queries.choicesIn(db, { ...asked, q })
	]);
	return {
		year,
		schools: schools.map((school) => ({ ...school, ...told(school) })),
		summary: {
			schools: schools.length,
			taught: schools.filter(({ enrolled }) => enrolled > 0).length,
			...told(teachers)
		},
		deficits: deficits.map(({ title, completed }) => ({ title, completed: inFives(completed) })),
		...found
	};
}

function told({ enrolled, completed }: { enrolled: number; completed: number }) {
	return { enrolled: inFives(enrolled), completed: inFives(completed) };
}
