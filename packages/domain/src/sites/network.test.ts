import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	changeFaults,
	mayStandAlone,
	membersAfter,
	membersOn,
	networkFaults,
	type Membership,
	type NetworkChange
} from './network.ts';

const rules = (allowed: boolean | null = true, kinds = ['образовательная организация', 'сеть']) => ({
	network_form: { allowed },
	host: { scope: 'open_call' as const, kinds, eligibility: [] }
});
const today = '2027-01-18';
const member = (organisationId: string, changes: Partial<Membership> = {}): Membership => ({
	...{ organisationId, isLead: false, joinedOn: '2026-09-01', leftOn: null, minutes: null },
	...changes
});
const lead = member('a', { isLead: true, minutes: 'протокол № 1' });
const faultsOf = (standing: Membership[], change: NetworkChange, by = rules()) =>
	changeFaults(by, { standing, today }, change).map(({ code }) => code);
const leave = (organisationId: string, newLead: string | null = null, minutes: string | null = null) =>
	({ kind: 'leave', organisationId, from: '2027-01-18', newLead, minutes }) as const;

test('R31 a site of one organisation becomes a network where the regulation lets it, with minutes about its lead', () => {
	const alone = member('a', { isLead: true });
	const join = { kind: 'join', organisationId: 'b', from: '2027-01-18', minutes: 'протокол № 1' } as const;
	expect(faultsOf([alone], join)).toEqual([]);
	expect(faultsOf([alone], { ...join, minutes: ' ' })).toEqual(['network.minutes_missing']);
	expect(faultsOf([alone], join, rules(false))).toEqual(['network.not_allowed']);
	expect(faultsOf([alone], join, rules(null))).toEqual(['network.not_allowed']);
	expect(faultsOf([alone], { ...join, organisationId: 'a' })).toEqual(['network.member_twice']);
});

test('R32 who joins later joins under the lead that was chosen already', () => {
	const join = { kind: 'join', organisationId: 'c', from: '2027-01-18', minutes: null } as const;
	expect(faultsOf([lead, member('b')], join)).toEqual([]);
});

test('R32 a lead does not leave without a successor chosen by minutes', () => {
	const network = [lead, member('b'), member('c')];
	expect(faultsOf(network, leave('a'))).toEqual(['network.lead_missing']);
	expect(faultsOf(network, leave('a', 'b'))).toEqual(['network.minutes_missing']);
	expect(faultsOf(network, leave('a', 'b', 'протокол № 2'))).toEqual([]);
	expect(faultsOf(network, leave('a', 'stranger', 'протокол № 2'))).toEqual(['network.lead_missing']);
	expect(faultsOf(network, leave('c'))).toEqual([]);
	expect(faultsOf(network, leave('c', 'b', 'протокол № 2'))).toEqual(['network.lead_stays']);
});

test('R31 the last organisation does not leave, and one alone goes on only where the regulation knows such hosts', () => {
	expect(faultsOf([lead], leave('a'))).toEqual(['network.last_member']);
	expect(faultsOf([lead, member('b')], leave('b'))).toEqual([]);
	expect(faultsOf([lead, member('b')], leave('a', 'b'))).toEqual([]);
	const unions = rules(true, ['сеть организаций', 'Объединение учреждений']);
	expect(faultsOf([lead, member('b')], leave('b'), unions)).toEqual(['network.alone_not_allowed']);
	expect([mayStandAlone(unions), mayStandAlone(rules(true, []))]).toEqual([false, true]);
});

test('R32 the lead changes by its own minutes, and not into itself', () => {
	const change = { kind: 'lead', organisationId: 'b', from: '2027-01-18', minutes: 'протокол № 2' } as const;
	expect(faultsOf([lead, member('b')], change)).toEqual([]);
	expect(faultsOf([lead, member('b')], { ...change, minutes: null })).toEqual(['network.minutes_missing']);
	expect(faultsOf([lead, member('b')], { ...change, organisationId: 'a' })).toEqual(['network.lead_already']);
	expect(faultsOf([lead, member('b')], { ...change, organisationId: 'z' })).toEqual([
		'network.member_missing'
	]);
});

test('what is entered has happened, and nothing ends before it began', () => {
	const late = member('b', { joinedOn: '2027-01-10' });
	const change = { kind: 'lead', organisationId: 'b', from: '2027-01-09', minutes: 'протокол № 2' } as const;
	expect(changeFaults(rules(), { standing: [lead, late], today }, change)).toEqual([
		{ code: 'network.before_previous', field: 'from', limit: '2027-01-10' }
	]);
	expect(faultsOf([lead, late], { ...change, from: '2027-01-19' })).toEqual(['network.day_ahead']);
	expect(faultsOf([lead, late], { ...leave('a', 'b', 'протокол № 2'), from: '2027-01-09' })).toEqual([
		'network.before_previous'
	]);
});

test('a membership is seen on its days, and an empty one on none', () => {
	const rows = [member('a', { leftOn: '2026-12-31' }), member('b', { leftOn: '2026-08-31' })];
	expect(membersOn(rows, '2026-12-31').map(({ organisationId }) => organisationId)).toEqual(['a']);
	expect([membersOn(rows, '2027-01-01'), membersOn(rows, '2026-08-31')]).toEqual([[], []]);
});

test('R31 R32 however a network changes, what is let through has one lead, nobody twice and minutes', () => {
	const who = fc.constantFrom('a', 'b', 'c', 'd');
	const minutes = fc.constantFrom(null, '', 'протокол');
	const change: fc.Arbitrary<NetworkChange> = fc.oneof(
		fc.record({ kind: fc.constant('join' as const), organisationId: who, from: fc.constant(today), minutes }),
		fc.record({
			...{ kind: fc.constant('leave' as const), organisationId: who, from: fc.constant(today), minutes },
			newLead: fc.option(who)
		}),
		fc.record({ kind: fc.constant('lead' as const), organisationId: who, from: fc.constant(today), minutes })
	);
	fc.assert(
		fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
			let standing: Membership[] = [member('a', { isLead: true })];
			for (const one of changes) {
				if (changeFaults(rules(), { standing, today }, one).length) continue;
				const chosen = one.kind !== 'leave' || one.newLead ? one.minutes : null;
				const kept = standing.find(({ isLead }) => isLead)?.minutes;
				standing = membersAfter(standing, one).map((after) =>
					member(after.organisationId, {
						isLead: after.isLead,
						minutes: after.isLead ? chosen || kept || null : null
					})
				);
				const hasMinutes = standing.some(({ isLead, minutes: told }) => isLead && told !== null);
				expect(networkFaults(rules(), standing, hasMinutes)).toEqual([]);
			}
		})
	);
});
