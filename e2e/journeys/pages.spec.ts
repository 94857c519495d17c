import { getPath, listCohorts, listMyEnrolments } from '@stazhirovka/contract/cohorts';
import { listKeptCoordinators } from '@stazhirovka/contract/coordinators';
import { getCouncil, listCouncils } from '@stazhirovka/contract/councils';
import { listProgrammeVersions } from '@stazhirovka/contract/programmes';
import { importRegulation } from '@stazhirovka/contract/regulations';
import { listSites } from '@stazhirovka/contract/sites';
import type { Api } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import { also, heavy, lookAt, main } from '../looking.ts';
import { regulation } from '../regulation.ts';

const COHORT = 'Поток 1';

test('the pages of a guest', async ({ stranger, api }) => {
	const site = await siteOf(await api('coordinator'));
	await lookAt(await stranger(), [
		main('/'),
		main('/programmes'),
		main('/programmes/adhd-lesson-12h'),
		also('/calendar'),
		also('/news'),
		also('/news/letters/none'),
		also('/news/letters/none/end'),
		also('/faq'),
		also('/status'),
		main('/sites'),
		main(`/sites/${site}`),
		also('/sites/elsewhere'),
		main('/products'),
		also('/experience'),
		main('/regulations'),
		main('/regulations/kuzbass'),
		also('/regulations/lenobl'),
		also('/support'),
		also('/check'),
		main('/sign-in'),
		main('/sign-up'),
		also('/reset')
	]);
});

test('the pages of an intern, whose scripts are light', async ({ as, api }) => {
	const own = await pathOf(await api('t-1'));
	const base = `/my/${own.enrolment.id}`;
	const figures = await lookAt(await as('t-1'), [
		main('/my?all'),
		main(base),
		main(`${base}/activities/m1a2`),
		main(`${base}/forms/correlation_card`),
		main(`${base}/diagnosis`),
		also('/chat'),
		main(`/chat/${own.groupRoomId}`),
		also('/account')
	]);
	expect(heavy(figures)).toEqual([]);
});

test('the pages of a tutor', async ({ as, api }) => {
	const cohort = await cohortOf(await api('tutor'));
	const { enrolment } = await pathOf(await api('t-1'));
	await lookAt(await as('tutor'), [
		main('/tutor'),
		main(`/tutor/cohorts/${cohort}`),
		main(`/tutor/cohorts/${cohort}/run-sheet`),
		main(`/tutor/interns/${enrolment.id}`),
		also(`/tutor/interns/${enrolment.id}/trace`),
		also(`/tutor/cohorts/${cohort}/trace`)
	]);
});

test('the pages of a leader', async ({ as, api }) => {
	const leader = await api('leader');
	const cohort = await cohortOf(leader);
	const version = await versionOf(leader);
	const site = await siteOf(await api('coordinator'));
	await lookAt(await as('leader'), [
		main('/leader'),
		main(`/leader/cohorts/${cohort}`),
		main(`/leader/cohorts/${cohort}/enrolments`),
		also(`/leader/cohorts/${cohort}/enrolments/settings`),
		also(`/leader/cohorts/${cohort}/enrolments/invite`),
		also(`/leader/cohorts/${cohort}/enrolments/group`),
		also(`/leader/cohorts/${cohort}/documents`),
		also(`/leader/cohorts/${cohort}/certificates`),
		also(`/leader/cohorts/${cohort}/survey`),
		also('/leader/programmes'),
		also(`/leader/programmes/${version}/remarks`),
		also('/leader/cohorts/new'),
		main('/leader/sites'),
		main(`/leader/sites/${site}`),
		also(`/leader/sites/${site}/people`),
		also(`/leader/sites/${site}/plan`),
		also(`/leader/sites/${site}/reports`),
		also(`/leader/sites/${site}/documents`)
	]);
});

test('the pages of a coordinator', async ({ as, api }) => {
	const coordinator = await api('coordinator');
	const id = await draftOf(coordinator);
	const site = await siteOf(coordinator);
	const { council, application } = await expertiseOf(coordinator);
	await lookAt(await as('coordinator'), [
		main('/coordinator'),
		main('/coordinator/sites'),
		main(`/coordinator/sites/${site}`),
		main(`/coordinator/sites/${site}/decide`),
		also('/coordinator/acts'),
		also('/coordinator/acts/new'),
		main('/coordinator/applications'),
		also('/coordinator/applications/new'),
		also('/coordinator/windows'),
		also('/coordinator/recommendations'),
		also('/coordinator/councils'),
		main(`/coordinator/councils/${council.id}`),
		main(`/coordinator/applications/${application}`),
		also(`/coordinator/acts/${council.act.id}`),
		also('/coordinator/proposals'),
		also('/coordinator/letters'),
		also('/plans'),
		also('/coordinator/reports'),
		also('/coordinator/coordinators'),
		main(`/coordinator/coordinators/${await regionOf(coordinator)}`),
		also('/coordinator/organisations'),
		also('/coordinator/organisations/new'),
		main('/coordinator/regulations'),
		main(`/coordinator/regulations/${id}`),
		main(`/coordinator/regulations/${id}/parts/application.fields`)
	]);
});

test('the pages of an expert, who is asked first whether any interest is in conflict', async ({
	as,
	api
}) => {
	const { application } = await expertiseOf(await api('coordinator'));
	const page = await as('expert');
	await lookAt(page, [main('/expert'), main(`/expert/applications/${application}`)]);
	await expect(page.getByRole('button', { name: /^Отправить ответ/ })).toBeVisible();
});

/** The council of the demonstration and the application that waits for it; other journeys compose councils of their own. */
async function expertiseOf(coordinator: Api) {
	const { councils } = await coordinator.must(listCouncils, {});
	const own = councils.find(({ title }) => title === 'Экспертный совет регионального модельного центра');
	const council = await coordinator.must(getCouncil, { params: { id: found(own).id } });
	return { council, application: found(council.expertises[0]).application.id };
}

/** A draft with parts to give by hand. */
async function draftOf(coordinator: Api): Promise<string> {
	const { document } = regulation();
	const draft = await coordinator.must(importRegulation, { body: { document, regionId: null } });
	return draft.id;
}

async function regionOf(coordinator: Api): Promise<string> {
	const kept = await coordinator.must(listKeptCoordinators, {});
	return found(kept[0]?.region.id);
}

/** The site of the demonstration; other journeys make sites of their own meanwhile. */
async function siteOf(person: Api): Promise<string> {
	const { items } = await person.must(listSites, { querystring: { q: 'Внимание в классе' } });
	return items[0]?.id ?? '';
}

async function pathOf(intern: Api) {
	const enrolments = await intern.must(listMyEnrolments, {});
	const { id } = enrolments.find(({ cohort }) => cohort === COHORT) ?? { id: '' };
	return intern.must(getPath, { params: { id } });
}

async function versionOf(leader: Api): Promise<string> {
	const versions = await leader.must(listProgrammeVersions, {});
	return found(versions[0]).id;
}

async function cohortOf(person: Api): Promise<string> {
	const cohorts = await person.must(listCohorts, {});
	return cohorts.find(({ title }) => title === COHORT)?.id ?? '';
}
