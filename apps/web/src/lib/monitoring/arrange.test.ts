import type { Figure, Monitoring } from '@stazhirovka/contract/monitoring';
import { INDICATORS } from '@stazhirovka/domain/indicators';
import { expect, test } from 'vitest';
import { arranged, type Arrangement } from './arrange.ts';

const few: Figure = { kind: 'few' };
const value = (value: number): Figure => ({ kind: 'value', value, part: 1, whole: 1 });
const figuresWith = (completion: Figure) =>
	Object.fromEntries(INDICATORS.map(({ key }) => [key, key === 'completion' ? completion : few])) as never;
const site = (title: string, completion: Figure, change: object = {}) => ({
	...{ id: title, title, organisation: 'Школа', municipality: 'Приозёрск', theme: null, regionId: 'r' },
	...{ lastDay: '2028-01-01', suspended: false, reports: { overdue: 0, due: 0 } },
	...{ figures: figuresWith(completion), before: figuresWith(few), ...change }
});
const monitoring = {
	regions: [{ id: 'r', title: 'Регион', sites: 4, figures: figuresWith(value(60)) }],
	sites: [
		site('А', value(50)),
		site('Б', few),
		site('В', value(90), { lastDay: '2027-02-01' }),
		site('Г', value(10), { reports: { overdue: 2, due: 0 } })
	]
} as unknown as Monitoring;
const sort = INDICATORS.find(({ key }) => key === 'completion')!;
const seen = (asked: Partial<Arrangement>) =>
	arranged(monitoring, { show: 'all', search: '', sort, ascending: true, ...asked }, '2027-01-18').map(
		({ title }) => title
	);

test('sites stand in the order asked for, those without a figure last', () => {
	expect(seen({})).toEqual(['Г', 'А', 'В', 'Б']);
	expect(seen({ ascending: false })).toEqual(['В', 'А', 'Г', 'Б']);
});

test('R25: a term ends soon on the day of the first warning, not the day before', () => {
	const ending = (day: string) =>
		arranged(monitoring, { show: 'ending', search: '', sort, ascending: true }, day).length;
	expect(['2026-11-02', '2026-11-03', '2027-02-01', '2027-02-02'].map(ending)).toEqual([0, 1, 1, 0]);
});

test('a filter leaves those who need somebody', () => {
	expect(seen({ show: 'late' })).toEqual(['Г']);
	expect(seen({ show: 'ending' })).toEqual(['В']);
	expect(seen({ show: 'worse' })).toEqual(['Г', 'А']);
	expect(seen({ search: 'приозёр' })).toHaveLength(4);
	expect(seen({ search: 'нет такой' })).toEqual([]);
});
