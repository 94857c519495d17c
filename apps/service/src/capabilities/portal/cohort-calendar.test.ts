import { openCohort } from '@stazhirovka/contract/cohorts';
import { afterAll, expect, test } from 'vitest';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

test('R98 everybody may follow what cohorts of a site or of a region take people, with their meetings', async () => {
	const leader = await world.as(world.leader);
	await leader.must(openCohort, {
		body: {
			programmeVersionId: world.version,
			title: 'Весенний',
			startsOn: '2027-04-05',
			endsOn: '2027-05-14',
			capacity: 12,
			applyUntil: '2027-03-29',
			tutorIds: [world.tutor.id],
			sessions: [
				{ module: 1, date: '2027-04-05', startsAt: '10:00', endsAt: '13:20', place: 'Каб. 214', breaks: null }
			]
		}
	});
	const anybody = await world.as(null);
	const read = async (query = '') => {
		const answer = await anybody.inject({ method: 'GET', url: `/api/portal/cohorts.ics${query}` });
		expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
		return answer.body.replaceAll('\r\n ', '');
	};

	const all = await read();
	expect(all).toContain('SUMMARY:Приёмы работы с обучающимися с СДВГ на уроке: Весенний');
	expect(all).toContain('DTSTART;VALUE=DATE:20270405');
	expect(all).toContain('Свободных мест: 12. Заявки до 29\u00a0марта 2027');
	expect(all).toContain('LOCATION:Каб. 214');
	expect(await read(`?site=${world.site.id}`)).toBe(all);
	expect(await read(`?region=${world.region.id}`)).toBe(all);
	expect(await read(`?site=${world.otherSite.id}`)).not.toContain('Весенний');
});
