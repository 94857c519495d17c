import { expect, test } from 'vitest';
import { learnersGrounds } from '../index.ts';

test('R158: people who came by one way are taken in on that ground alone', () => {
	expect(learnersGrounds([{ cameBy: 'applied' }])).toEqual(['заявка слушателя']);
	expect(learnersGrounds([{ cameBy: 'applied' }, { cameBy: 'applied' }])).toEqual(['заявки слушателей']);
	expect(learnersGrounds([{ cameBy: 'listed', organisation: 'Школа № 331' }])).toEqual([
		'список слушателей от организации: Школа № 331'
	]);
	expect(learnersGrounds([])).toEqual([]);
});

test('R158: several grounds name the people of each by the numbers of the annex', () => {
	expect(
		learnersGrounds([
			{ cameBy: 'listed', organisation: 'Школа № 331' },
			{ cameBy: 'applied', organisation: 'Школа № 331' },
			{ cameBy: 'transferred' },
			{ cameBy: 'listed', organisation: 'Школа № 448' },
			{ cameBy: 'invited' },
			{ cameBy: 'applied' },
			{ cameBy: 'listed', organisation: 'Школа № 331' },
			{ cameBy: 'listed', organisation: null }
		])
	).toEqual([
		'заявки слушателей (№ 2, 6 приложения № 1)',
		'список слушателей от организации: Школа № 331 (№ 1, 7 приложения № 1)',
		'список слушателей от организации: Школа № 448 (№ 4 приложения № 1)',
		'список слушателей (№ 8 приложения № 1)',
		'согласие приглашённого слушателя (№ 5 приложения № 1)',
		'решение о переводе из другого потока (№ 3 приложения № 1)'
	]);
});
