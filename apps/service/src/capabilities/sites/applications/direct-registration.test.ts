import * as contract from '@stazhirovka/contract/applications';
import { regulationFile } from '@stazhirovka/db/seeds';
import { afterAll, expect, test } from 'vitest';
import { applying, makeApplicant, publishRules, told, type Rules } from '../../../testing/applying.ts';
import { recorded } from '../../../testing/records.ts';
import { createWorld } from '../../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);

const coordinator = await world.as(world.coordinator);
for (const seed of ['kuzbass', 'mariinsk', 'priozersk']) await publishRules(coordinator, seed);
const { organisation, visitor } = await makeApplicant(world);

const direct = (changes: Record<string, unknown> = {}) =>
	coordinator.call(contract.registerDirectly, {
		body: {
			regulation: 'mariinsk',
			organisationId: organisation.id,
			isNamed: true,
			title: 'МСП школы № 7',
			theme: '',
			programme: null,
			evidence: [],
			...changes
		}
	});

test('R15: where there is no application, the keeper registers the organisation that the source names', async () => {
	expect(
		told(
			await visitor.call(contract.beginApplication, {
				body: { regulation: 'mariinsk', title: 'Площадка', theme: '' }
			})
		)
	).toBe('409 application.registered_directly');
	expect(await direct({ isNamed: false })).toMatchObject({
		refusal: { problem: { details: { faults: [{ field: 'isNamed', code: 'application.not_named' }] } } }
	});
	expect(told(await direct({ regulation: 'kuzbass' }))).toBe('409 application.needs_application');

	const [one, two] = await Promise.all([direct(), direct()]);
	expect(one.ok && two.ok && one.value.id === two.value.id).toBe(true);
	expect(one).toMatchObject({
		value: {
			state: 'complete',
			direct: true,
			themeFixed: true,
			theme:
				'Повышение качества образования в общеобразовательных организациях Мариинского муниципального округа',
			way: [
				{ step: 'council', state: 'now' },
				{ step: 'act', state: 'later' }
			],
			can: { accept: false, return: false, withdraw: true }
		}
	});
	const id = one.ok ? one.value.id : '';
	expect((await recorded(world.db, 'application.', [id])).map(({ kind }) => kind)).toEqual([
		'application.registered'
	]);
	const another = applying(await world.as(world.administrator));
	expect(told(await another.withdraw(await another.read(id)))).toBe(200);
});

test('R17: statements of a direct registration are each proved by the keeper', async () => {
	expect(await direct({ regulation: 'priozersk', evidence: ['приказ', ''] })).toMatchObject({
		refusal: {
			problem: {
				details: {
					faults: [
						{ field: 'evidence.1', code: 'value.missing' },
						{ field: 'evidence.2', code: 'value.missing' }
					]
				}
			}
		}
	});
	const done = await direct({ regulation: 'priozersk', evidence: ['приказ', 'список', 'отчёт'] });
	const sheet = await applying(coordinator).sheet(done.ok ? done.value.id : '', 'eligibility');
	expect(sheet.answer).toMatchObject({ 'confirmed-2': 'yes', 'evidence-2': 'отчёт' });
});

test('R31, R32: a network is registered with its members, its lead and the minutes that chose it', async () => {
	const mariinsk = regulationFile('mariinsk') as Rules;
	const network_form = { allowed: true, united_by: 'общая программа', text: null };
	await publishRules(coordinator, 'mariinsk', { ...mariinsk, key: 'united', network_form });
	const others = [await makeApplicant(world), await makeApplicant(world)].map((one) => one.organisation.id);
	const [second = '', third = ''] = others;
	const members = [organisation.id, second, third].map((id) => ({
		organisationId: id,
		isLead: id === second
	}));
	const network = {
		regulation: 'united',
		title: 'Сеть школ',
		members,
		minutes: 'протокол № 2 от 11.01.2027'
	};
	const faultsOf = async (changes: Record<string, unknown>) => {
		const answer = await direct({ ...network, ...changes });
		return answer.ok ? 200 : answer.refusal.problem.details?.['faults'];
	};

	expect(await faultsOf({ minutes: '' })).toEqual([{ field: 'minutes', code: 'network.minutes_missing' }]);
	expect(await faultsOf({ members: members.slice(1) })).toEqual([
		{ field: 'members', code: 'network.without_own' }
	]);
	expect(await faultsOf({ regulation: 'mariinsk' })).toEqual([
		{ field: 'members', code: 'network.not_allowed' }
	]);
	const done = await coordinator.must(contract.registerDirectly, {
		body: {
			...{ organisationId: organisation.id, isNamed: true, theme: '', programme: null, evidence: [] },
			...network
		}
	});
	expect(done).toMatchObject({
		organisation: { id: second },
		network: { minutes: 'протокол № 2 от 11.01.2027' }
	});
	expect(done.members.map(({ organisation: { id }, isLead }) => [id, isLead]).toSorted()).toEqual(
		members.map(({ organisationId, isLead }) => [organisationId, isLead]).toSorted()
	);
});
