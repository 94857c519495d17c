import { expect, test } from 'vitest';
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import priozersk from '../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import type { RegulationProfile } from '../regulations/index.ts';
import { terminationDemands, terminationFaults } from './index.ts';

const profile = (json: unknown) => json as RegulationProfile;
const history = [{ kind: 'grant', from: '2025-09-01', lastDay: '2027-08-31' }] as const;
const order = (signedOn: string) => ({ kind: 'распоряжение', signedOn });

test('R24: a day of effect that is told in other words is for people to read, and forbids no lawful day', () => {
	const end = (effective_from: string | null, from: string) =>
		terminationFaults(
			{ ...profile(priozersk), termination: { ...profile(priozersk).termination, effective_from } },
			{ act: order('2026-02-01'), history, from, ground: 'obstacles', minutes: false, proposal: false }
		).map(({ code }) => code);
	for (const words of ['через месяц после издания', 'со дня издания, если в нём не сказано иное', null]) {
		expect(end(words, '2026-03-01')).toEqual([]);
		expect(end(words, '2026-01-31')).toEqual(['status.before_act']);
	}
	expect(end('Со дня издания приказа', '2026-02-02')).toEqual(['status.not_from_act_day']);
});

test('R22: minutes are asked for only where the regulation lists the council that decides', () => {
	const by = (decided_by: string | null) =>
		terminationDemands({ ...profile(lenobl), termination: { ...profile(lenobl).termination, decided_by } });
	expect(by('Комитет образования области').minutes).toBe(false);
	expect(by('региональный  координационный совет').minutes).toBe(true);
	expect([by('Регион').minutes, by(null).minutes]).toEqual([false, false]);
});
