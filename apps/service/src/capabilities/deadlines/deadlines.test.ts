import { openCohort } from '@stazhirovka/contract/cohorts';
import * as contract from '@stazhirovka/contract/deadlines';
import { afterAll, expect, test } from 'vitest';
import { refusing } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);
const leader = await world.as(world.leader);
const session = { module: 1, date: '2027-02-15', startsAt: '10:00', endsAt: '13:20', place: 'Каб. 214', breaks: null };
const cohort = await leader.must(openCohort, {
	body: {
		programmeVersionId: world.version,
		title: 'Поток 2',
		startsOn: '2027-02-15',
		endsOn: '2027-03-26',
		capacity: 12,
		tutorIds: [world.tutor.id],
		sessions: [session]
	}
});
const params = { id: cohort.id };
const rule = { step: 'deficit_card' as const, anchor: 'session' as const, workingDays: 6 };

test('deadlines are proposed until they are set; they go round holidays and the site’s own days off', async () => {
	const proposed = await leader.must(contract.getCohortDeadlines, { params });
	expect([proposed.saved, proposed.session, proposed.steps.length]).toEqual([false, '2027-02-15', 8]);
	expect(proposed.holidays.map(({ day }) => day)).toEqual(['2027-02-23', '2027-03-08']);
	expect(proposed.sources).toMatchObject([{ year: 2027, settled: false }]);

	const days = { kind: 'own' as const, title: 'Каникулы', firstDay: '2027-02-18', lastDay: '2027-02-19' };
	const site = { id: world.site.id };
	const { id } = await leader.must(contract.addDaysOff, { params: site, body: days });
	const set = (revision: number, rules = [rule]) =>
		leader.call(contract.setCohortDeadlines, { params, body: { revision, rules } });
	expect(await set(1)).toMatchObject({
		ok: true,
		value: { saved: true, revision: 2, deadlines: [{ ...rule, dueOn: '2027-02-26' }], daysOff: [{ id, ...days }] }
	});
	expect(await set(1)).toMatchObject(refusing(409, 'cohort.changed_meanwhile'));
	expect(await set(2, [{ ...rule, workingDays: 100 }])).toMatchObject({
		refusal: { status: 422, problem: { details: { faults: [{ code: 'deadlines.outside_cohort', field: 'deficit_card' }] } } }
	});

	await leader.must(contract.removeDaysOff, { params: { ...site, dayOff: id } });
	expect(await set(2)).toMatchObject({ ok: true, value: { deadlines: [{ dueOn: '2027-02-24' }] } });
	const backwards = { ...days, lastDay: '2027-02-01' };
	expect(await leader.call(contract.addDaysOff, { params: site, body: backwards })).toMatchObject(
		refusing(422, 'days_off.backwards')
	);
});

test('deadlines are read by tutors of the cohort, set by those who lead it, and are not there for others', async () => {
	const [tutor, stranger, other] = await Promise.all(
		[world.tutor, world.stranger, world.otherLeader].map((person) => world.as(person))
	);
	const body = { revision: 3, rules: [rule] };
	expect(await tutor!.must(contract.getCohortDeadlines, { params })).toMatchObject({ can: { change: false } });
	expect(await tutor!.call(contract.setCohortDeadlines, { params, body })).toMatchObject(refusing(403, 'forbidden'));
	const days = { kind: 'regional' as const, title: 'Праздник', firstDay: '2027-03-01', lastDay: '2027-03-01' };
	for (const visitor of [stranger!, other!]) {
		expect(await visitor.call(contract.getCohortDeadlines, { params })).toMatchObject(refusing(404, 'cohort.missing'));
		expect(await visitor.call(contract.setCohortDeadlines, { params, body })).toMatchObject(
			refusing(404, 'cohort.missing')
		);
		expect(await visitor.call(contract.addDaysOff, { params: { id: world.site.id }, body: days })).toMatchObject(
			refusing(404, 'site.missing')
		);
	}
});
