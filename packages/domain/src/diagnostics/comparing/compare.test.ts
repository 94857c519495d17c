import { expect, test } from 'vitest';
import { diagnostic } from '../../golden/adhd.ts';
import scenario from '../../golden/scenario-adhd.json' with { type: 'json' };
import { deficitCard, type DeficitRow } from '../deficit-card.ts';
import { compareCards, groupChange } from './compare.ts';

function rowsOf(person: string): DeficitRow[] {
	const card = deficitCard(diagnostic, scenario.trainees.find((one) => one.person === person)!.answers);
	if (!card.built) throw new Error('not built');
	return card.rows;
}

const [weak, master] = [rowsOf('t-1'), rowsOf('t-2')];

test('before and after stand beside one another by the same scoring', () => {
	const [first] = compareCards(weak, master);
	expect(first).toEqual({
		deficit: 'D1',
		before: expect.objectContaining({ level: 'expressed', max: 9 }),
		after: { score: 9, max: 9, percent: 100, level: 'none' },
		change: Math.round((100 - weak[0]!.masteryPercent) * 10) / 10
	});
	expect(compareCards(weak, null)[0]).toMatchObject({ after: null, change: null });
	expect(compareCards(master, master).every(({ change }) => change === 0)).toBe(true);
});

test('R167: of a group nothing is told below five, and whoever comes after waits for four others', () => {
	const pairs = (count: number) => Array.from({ length: count }, () => ({ before: weak, after: master }));
	expect(groupChange(['D1'], pairs(4))).toEqual({ counted: 0, rows: null });
	const five = groupChange(['D1', 'D2'], pairs(5));
	expect(five).toEqual({
		counted: 5,
		rows: [
			{ deficit: 'D1', before: 0, after: 5 },
			{ deficit: 'D2', before: weak[1]!.present ? 0 : 5, after: 5 }
		]
	});
	for (let more = 1; more < 5; more++)
		expect(
			groupChange(['D1', 'D2'], [...pairs(5), ...Array(more).fill({ before: master, after: weak })])
		).toEqual(five);
});

test('R167: a group is told of when all five have repeated, whoever of them came first', () => {
	const waiting = Array.from({ length: 10 }, (_, index) => ({
		before: weak,
		after: index === 2 ? null : master
	}));
	expect(groupChange(['D1'], waiting)).toEqual({
		counted: 5,
		rows: [{ deficit: 'D1', before: 0, after: 5 }]
	});
});
