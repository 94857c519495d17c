import { expect, test } from 'vitest';
import { moreCohorts } from './more-cohorts.ts';

test('issue 7: the first page says of how many cohorts it shows the first, and nothing where it shows all', () => {
	const shown = Array.from({ length: 12 });
	expect(moreCohorts({ shown, cohorts: 14 })).toEqual({ shown: 12, count: 14 });
	expect(moreCohorts({ shown, cohorts: 13 })).toEqual({ shown: 12, count: 13 });
	expect(moreCohorts({ shown, cohorts: 12 })).toBeNull();
	expect(moreCohorts({ shown: [], cohorts: 0 })).toBeNull();
});
