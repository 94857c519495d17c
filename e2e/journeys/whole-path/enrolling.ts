import { getCohort, listCohortEnrolments } from '@stazhirovka/contract/cohorts';
import { expect, test } from '../../fixtures.ts';
import { INTERNS, internNamed, PEOPLE } from '../../people.ts';
import { apply, confirm, openCohort } from '../../screens/enrolling.ts';
import type { World } from '../../world.ts';

export function enrolling(world: World): void {
	test('the leader opens a cohort that begins today', async ({ as }) => {
		world.cohortId = await openCohort(await as('leader'), world.title, PEOPLE.tutor);
	});

	test('six teachers apply, the leader confirms them and names their tutor', async ({ as, api }) => {
		for (const intern of INTERNS) await apply(await as(intern), world.title);

		const page = await as('leader');
		await page.goto(`/leader/cohorts/${world.cohortId}/enrolments`);
		for (const intern of INTERNS) await confirm(page, PEOPLE[intern], PEOPLE.tutor);

		const leader = await api('leader');
		const params = { id: world.cohortId };
		for (const { id, person, ...enrolment } of await leader.must(listCohortEnrolments, { params })) {
			expect(enrolment).toMatchObject({ state: 'confirmed', tutor: { fullName: PEOPLE.tutor } });
			world.place(internNamed(person.fullName), id);
		}
		const cohort = await leader.must(getCohort, { params });
		expect(cohort).toMatchObject({ confirmed: 6, applied: 0, capacity: 6 });
	});
}
