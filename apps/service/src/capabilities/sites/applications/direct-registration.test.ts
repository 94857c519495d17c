import * as contract from '@stazhirovka/contract/applications';
import { afterAll, expect, test } from 'vitest';
import { applying, makeApplicant, publishRules, told } from '../../../testing/applying.ts';
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
