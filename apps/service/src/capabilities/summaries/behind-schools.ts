import { changeWords, figureOf, movedTo, SCHOOL_INDICATORS } from '@stazhirovka/domain/indicators';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { changesAt, countSchools, eventsAt, listedSchools } from '../schools/index.ts';
import { cursorOf, nextOf, NOTHING, PAGE, type Asked, type Behind, type Reader } from './behind.ts';
import { schoolsAsked } from './counting-schools.ts';

/** Of teachers the schools, each in whole fives; of events and results the things themselves (R130, R167). */
export async function behindSchools({ db }: Reader, asked: Asked): Promise<Behind> {
	const { measure, row = null, places, period, after } = asked;
	const lists = schoolsAsked(places, [period]);
	const page = { ...lists, school: row, after: cursorOf(after), limit: PAGE + 1 };
	if (measure === 'school_events') {
		const rows = await eventsAt(db, page);
		const records = rows.slice(0, PAGE).map((one) => ({ ...one, counted: true, value: null }));
		return { ...NOTHING, records, next: nextOf(rows) };
	}
	if (measure === 'school_dynamics') {
		const rows = await changesAt(db, page);
		const records = rows.slice(0, PAGE).map((change) => ({
			...{ id: change.id, title: changeWords(change), site: change.school, value: null },
			on: today(() => new Date(change.toldAt)),
			counted: movedTo(change) === 'better'
		}));
		return { ...NOTHING, records, next: nextOf(rows) };
	}
	const indicator = SCHOOL_INDICATORS.find(({ key }) => key === measure) ?? missing('summary_records');
	const [all, counted] = await Promise.all([listedSchools(db, lists), countSchools(db, lists)]);
	const own = all.filter(({ id }) => row === null || id === row);
	const nothing = { part: 0, whole: 0, people: 0 };
	return {
		...NOTHING,
		schools: own.map((school) => ({
			...school,
			figure: figureOf(indicator, counted.at(school.id, 0, indicator.key) ?? nothing)
		}))
	};
}
