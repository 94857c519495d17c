import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import type { RegulationProfile } from '../regulations/index.ts';
import { extensionFaults } from './index.ts';

const history = [{ kind: 'grant', from: '2025-09-01', lastDay: '2027-08-31' }] as const;

test('R9 a status that is bound to its programme goes on by the paper that prolonged it', () => {
	const act = { kind: 'приказ', signedOn: '2027-06-01' };
	const lastDay = '2027-12-31';
	const extend = (programmePaper: boolean) =>
		extensionFaults(kuzbass as unknown as RegulationProfile, {
			...{ act, history, lastDay, programmePaper },
			programme: { from: '', to: lastDay }
		}).map(({ code }) => code);
	expect(extend(false)).toEqual(['status.programme_paper_missing']);
	expect(extend(true)).toEqual([]);
});
