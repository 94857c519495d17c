import type { LowResultSchools } from '@stazhirovka/contract/schools';
import { fivesTogether, inFives, schoolYearAround } from '@stazhirovka/domain/indicators';
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
	const [schools, deficits, found] = await Promise.all([
		queries.schoolsOf(db, asked),
		queries.coveredDeficits(db, asked),
		queries.choicesIn(db, { ...asked, q })
	]);
	return {
		year,
		schools: schools.map((school) => ({ ...school, ...told(school) })),
		summary: {
			schools: schools.length,
			taught: schools.filter(isTold).length,
			enrolled: fivesTogether(schools.map(({ enrolled }) => enrolled)),
			completed: fivesTogether(schools.map(({ completed }) => completed))
		},
		deficits: deficits.map(({ title, completed }) => ({ title, completed: fivesTogether(completed) })),
		...found
	};
}

/** Where fewer than five teach, it is not told that anybody does, nor where. */
function isTold({ enrolled }: { enrolled: number }): boolean {
	return inFives(enrolled) !== null;
}

function told(school: queries.SchoolRow) {
	return {
		enrolled: inFives(school.enrolled),
		completed: inFives(school.completed),
		sites: isTold(school) ? school.sites : []
	};
}
