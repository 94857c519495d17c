import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { registerFromJournal } from './from-journal.ts';
import { standingOn, type SignedDecision } from './standing.ts';
import { periodsOf, statusOn } from './status.ts';

const grant = (from: string, lastDay: string, signedOn = from): SignedDecision => ({
	...{ kind: 'grant', from, lastDay, signedOn }
});
const extend = (from: string, lastDay: string): SignedDecision => ({
	kind: 'extend',
	from,
	lastDay,
	signedOn: from
});
const end = (from: string, signedOn = from): SignedDecision => ({
	...{ kind: 'terminate', from, lastDay: null, signedOn }
});
const said = (decisions: SignedDecision[], day: string) => {
	const standing = standingOn(decisions, day);
	return standing && [standing.status, standing.from, standing.lastDay, standing.decisions.length];
};

test('R3 a site is in the register from the day on which its act was signed', () => {
	const decisions = [grant('2026-09-01', '2027-08-31', '2026-06-10')];
	expect(said(decisions, '2026-06-09')).toBe(null);
	expect(said(decisions, '2026-06-10')).toEqual(['upcoming', '2026-09-01', '2027-08-31', 1]);
	expect(said(decisions, '2027-08-31')).toEqual(['active', '2026-09-01', '2027-08-31', 1]);
	expect(said(decisions, '2027-09-01')).toEqual(['expired', '2026-09-01', '2027-08-31', 1]);
});

test('R34 the register of a day does not know what was signed later', () => {
	const decisions = [
		grant('2026-09-01', '2027-08-31'),
		extend('2027-06-01', '2028-08-31'),
		end('2028-02-01', '2028-01-15')
	];
	expect(said(decisions, '2027-05-31')).toEqual(['active', '2026-09-01', '2027-08-31', 1]);
	expect(said(decisions, '2027-06-01')).toEqual(['active', '2026-09-01', '2028-08-31', 2]);
	expect(said(decisions, '2028-01-20')).toEqual(['active', '2026-09-01', '2028-01-31', 3]);
	expect(said(decisions, '2028-02-01')).toEqual(['terminated', '2026-09-01', '2028-01-31', 3]);
});

test('R21 a status that an act ended says from which day, and never a last day before its first one', () => {
	const term = (decisions: SignedDecision[], day: string) => {
		const { from, lastDay, endedFrom } = standingOn(decisions, day)!;
		return [from, lastDay, endedFrom];
	};
	const granted = grant('2026-11-22', '2027-08-31', '2026-11-20');
	expect(term([granted], '2027-09-01')).toEqual(['2026-11-22', '2027-08-31', null]);
	expect(term([granted, end('2026-11-23')], '2026-11-23')).toEqual([
		...['2026-11-22', '2026-11-22', '2026-11-23']
	]);
	expect(term([granted, end('2026-11-22')], '2026-11-22')).toEqual(['2026-11-22', null, '2026-11-22']);
	expect(term([granted, end('2026-11-22', '2026-11-21')], '2026-11-21')).toEqual([
		...['2026-11-22', null, '2026-11-22']
	]);
});

test('a status granted anew is another term', () => {
	const decisions = [grant('2024-01-01', '2024-12-31'), grant('2026-01-01', '2026-12-31', '2025-11-01')];
	expect(said(decisions, '2025-12-01')).toEqual(['expired', '2024-01-01', '2024-12-31', 2]);
	expect(said(decisions, '2026-01-01')).toEqual(['active', '2026-01-01', '2026-12-31', 2]);
});

/** Acts that follow one another: each begins on the day of its signing. */
const history = fc
	.array(
		fc.tuple(fc.constantFrom('grant', 'extend', 'suspend', 'resume', 'terminate'), fc.nat(200), fc.nat(400)),
		{
			maxLength: 6
		}
	)
	.map((steps) => {
		let day = '2025-01-01';
		return steps.map(([kind, wait, days]): SignedDecision => {
			day = addDays(day, wait + 1);
			const lastDay = kind === 'grant' || kind === 'extend' ? addDays(day, days) : null;
			return { kind: kind as SignedDecision['kind'], from: day, lastDay, signedOn: day };
		});
	});

test('R34 what the journal tells is the register of every day', () => {
	fc.assert(
		fc.property(history, fc.nat(2000), (decisions, after) => {
			const day = addDays('2025-01-01', after);
			const entries = decisions.map(({ ...data }) => ({ kind: 'site.status_decided', subjectId: 's', data }));
			const told = registerFromJournal([...entries, { kind: 'site.entered', subjectId: 's', data: {} }]);
			expect(standingOn(told.get('s') ?? [], day)).toEqual(standingOn(decisions, day));
		})
	);
});

test('R34 a term runs forward', () => {
	fc.assert(
		fc.property(history, fc.nat(2000), (decisions, after) => {
			const standing = standingOn(decisions, addDays('2025-01-01', after));
			expect((standing?.lastDay ?? standing?.from ?? '') >= (standing?.from ?? '')).toBe(true);
		})
	);
});

test('R34 acts signed later never change what the register said of an earlier day', () => {
	fc.assert(
		fc.property(history, fc.nat(2000), (decisions, after) => {
			const day = addDays('2025-01-01', after);
			const known = decisions.filter(({ signedOn }) => signedOn <= day);
			expect(standingOn(decisions, day)?.status ?? null).toBe(statusOn(periodsOf(known), day));
		})
	);
});

test('an entry of the journal that tells no decision is passed over', () => {
	const kinds = ['site.status_entered', 'site.status_decided', 'site.entered'];
	const entries = kinds.map((kind) => ({ kind, subjectId: 's', data: { kind: 'grow', from: 1 } }));
	expect(registerFromJournal(entries)).toEqual(new Map());
	const entry = { kind: 'site.status_decided', subjectId: 's', data: { kind: 'resume', from: '2026-01-01' } };
	expect(registerFromJournal([entry]).get('s')).toEqual([
		{ kind: 'resume', from: '2026-01-01', lastDay: null, signedOn: '2026-01-01' }
	]);
});
