import { expect, test } from 'vitest';
import { reachable } from './index.ts';

test.each([
	['the same place', 'e', 20, true],
	['one event behind', 'e', 19, true],
	['as far behind as allowed', 'e', 10, true],
	['farther behind', 'e', 9, false],
	['from the future', 'e', 21, false],
	['the same place of another log', 'other', 20, false],
	['no log at all', '', 20, false]
])('C5: from %s', (_, epoch, seq, whole) => {
	expect(reachable({ epoch: 'e', seq: 20 }, { epoch, seq }, 10)).toBe(whole);
});
