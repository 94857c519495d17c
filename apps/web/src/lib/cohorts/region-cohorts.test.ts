import { expect, test } from 'vitest';
import { regionCohorts } from './region-cohorts.ts';

const cohort = (site: string, startsOn: string, endsOn: string, title = 'Поток') => {
	return { site, title, programme: 'Приёмы работы', startsOn, endsOn };
};
const running = [10, 9, 2].map((n) => cohort(`Школа № ${n}`, '2027-01-18', '2027-02-26'));
const over = Array.from({ length: 41 }, (_, n) => cohort(`Школа № ${n}`, '2026-01-18', '2026-02-26'));
const all = [...running, ...over];
const ask = (asked: Partial<Parameters<typeof regionCohorts>[1]>, cohorts = all) =>
	regionCohorts(cohorts, { search: '', phase: null, page: 1, ...asked }, () => '2027-01-31');

test('R26: a coordinator sees what goes on first, sites by their numbers, and how many are in each phase', () => {
	const { shown, phase, counts } = ask({});
	expect([phase, shown.map(({ site }) => site)]).toEqual([
		'running',
		['Школа № 2', 'Школа № 9', 'Школа № 10']
	]);
	expect(counts.map(({ count }) => count)).toEqual([3, 0, 41]);
	expect(ask({}, over).phase).toBe('over');
});

test('every cohort stands on exactly one page; a page that is not there is the last', () => {
	const pages = [1, 2].map((page) => ask({ phase: 'over', page }));
	expect(pages.map(({ shown, pages: count }) => [shown.length, count])).toEqual([
		[40, 2],
		[1, 2]
	]);
	expect(new Set(pages.flatMap(({ shown }) => shown)).size).toBe(41);
	expect(ask({ phase: 'over', page: 9 })).toEqual(pages[1]);
	expect(ask({ phase: 'over', page: 1.5 })).toEqual(pages[0]);
});

test('a word of the site, of the cohort or of the programme finds it, and counts are of what was found', () => {
	const special = cohort('Лицей', '2027-03-01', '2027-04-01', 'Весенний');
	const found = (search: string) => ask({ search }, [...all, special]).counts.map(({ count }) => count);
	expect(found('лицей ')).toEqual([0, 1, 0]);
	expect(found('ВЕСЕН')).toEqual([0, 1, 0]);
	expect(found('приемы')).toEqual([3, 1, 41]);
	expect(ask({ search: 'нет такого' })).toMatchObject({ shown: [], phase: 'running', pages: 1 });
});
