import { listSiteTutors, openCohort } from '@stazhirovka/contract/cohorts';
import { listProgrammeVersions } from '@stazhirovka/contract/programmes';
import { redirect } from '@sveltejs/kit';
import { refusedPlan } from '#lib/cohorts/server/refused-plan.ts';
import { typedLimits } from '#lib/enrolling/server/typed-limits.ts';
import { orError, orFail, signedIn } from '#lib/server/answer.ts';
import { numberOf } from '#lib/server/form-number.ts';
import { textOf } from '#lib/server/form-text.ts';

export async function load({ locals, url }) {
	signedIn(locals.actor);
	const [versions, tutors] = await Promise.all([
		locals.call(listProgrammeVersions, {}),
		locals.call(listSiteTutors, {})
	]);
	const published = orError(versions).filter(({ can }) => can.openCohort);

	return { versions: published, tutors: orError(tutors), chosen: url.searchParams.get('version') };
}

export const actions = {
	async default({ locals, request }) {
		const data = await request.formData();
		const typed = {
			programmeVersionId: textOf(data, 'version'),
			title: textOf(data, 'title'),
			startsOn: textOf(data, 'startsOn'),
			endsOn: textOf(data, 'endsOn'),
			capacity: numberOf(data, 'capacity'),
			...typedLimits(data),
			tutorIds: data.getAll('tutor').map(String)
		};
		const session = {
			module: 1,
			date: textOf(data, 'sessionDate'),
			startsAt: textOf(data, 'sessionFrom'),
			endsAt: textOf(data, 'sessionTo'),
			place: textOf(data, 'sessionPlace')
		};
		const sessions = session.date || session.place.trim() ? [session] : [];
		const answer = await locals.call(openCohort, {
			body: { ...typed, sessions }
		});

		if (!answer.ok) return orFail(refusedPlan(answer.refusal, { ...typed, sessions }), { typed, session });
		redirect(303, `/leader/cohorts/${answer.value.id}/enrolments?done=opened`);
	}
};
