import { getDecisionDesk } from '@stazhirovka/contract/sites';
import { dayFromNow } from '../../answers.ts';
import type { Api } from '../../api.ts';
import {
	accept,
	apply,
	openingOf,
	openTheWay,
	PROGRAMME,
	read,
	registerDirectly
} from '../../acts/sites/applying.ts';
import { compose, judge, meet } from '../../acts/sites/council.ts';
import { end, grant, inRegister, propose } from '../../acts/sites/deciding.ts';
import * as leading from '../../acts/sites/leading.ts';
import { readBack } from '../../acts/sites/papers.ts';
import { school, seat, signIn, signUp } from '../../acts/newcomers.ts';
import type { Experts } from '../../acts/sites/experts.ts';
import { report } from '../../acts/sites/reporting.ts';
import { readRules, stampOf } from '../../acts/sites/rules.ts';
import { expect, test } from '../../fixtures.ts';
import type { Page } from '@playwright/test';

export type Hands = {
	baseURL: string;
	/** Pages of the coordinator, of the one who applies and leads, and of a guest. */
	pages: { coordinator: Page; applicant: Page; guest: Page };
	coordinator: Api;
	experts: Experts;
};

/**
 * From nothing to a site that works, and to the end of its status, by a regulation that is in force. What is done, and
 * in which order, the product tells from the regulation: the way of the application, the steps of the plan, the report.
 */
export async function wholeLife(hands: Hands, key: string): Promise<void> {
	const { baseURL, pages, coordinator } = hands;
	const rules = await readRules(baseURL, key);
	const organisation = await school(coordinator);
	let leader = await signUp(baseURL, { surname: 'Ведунова', organisationId: organisation.id });
	await seat(pages.applicant, baseURL, leader);
	const day = dayFromNow();
	const title = `Площадка ${stampOf().digits}`;
	const wish = { regulation: key, title, theme: 'Внимание на уроке', organisation };

	const applicationId = await test.step('the way in', async () => {
		const opening = await openingOf(leader.api, key);
		if (opening.way === 'direct') return registerDirectly(pages.coordinator, coordinator, wish);
		await openTheWay(coordinator, opening, wish);
		const id = await apply(pages.applicant, leader, wish);
		await accept(pages.coordinator, id);
		const asked = [
			...rules.application.fields.flatMap(({ label, type }) => (type === 'programme' ? [] : [label])),
			...rules.programme.sections.map(({ title }) => title)
		];
		await readBack(leader.api, `/api/applications/${id}`, [title, organisation.title, ...asked]);
		return id;
	});

	const council = await test.step('what the regulation puts before the act', () =>
		walk(hands, rules.title, applicationId));

	const siteId = await test.step('the act', async () => {
		const number = `А-${stampOf().digits}`;
		const given = { regulation: key, number, leaderEmail: leader.email, lastDay: PROGRAMME.to };
		const id = await grant(pages.coordinator, coordinator, { applicationId, ...given });
		await inRegister(pages.guest, { title, day }, ['действует', rules.status.act ?? '', number]);
		leader = await signIn(baseURL, leader);
		await seat(pages.applicant, baseURL, leader);
		return id;
	});

	await test.step('people, a plan and what was held', async () => {
		await leading.appoint(pages.applicant, leader, siteId);
		const plan = await leading.plan(pages.applicant, leader.api, siteId);
		await leading.approve(pages.coordinator, coordinator, plan);
		await leading.execute(pages.applicant, leader.api, plan);
		const paper = await leading.print(pages.applicant, leader.api, plan);
		await readBack(leader.api, `/api/documents/${paper}`, [
			leading.EVENT,
			...rules.plan.columns.map(({ label }) => label)
		]);
	});

	if (rules.report.exists)
		await test.step('the report', async () => {
			const { id, event } = await report(pages.applicant, pages.coordinator, leader.api, siteId);
			const labels = rules.report.fields.map(({ label }) => label);
			await readBack(leader.api, `/api/site-reports/${id}`, [event, ...labels]);
		});

	await test.step('the end of the status', async () => {
		// Minutes of a council that is kept here are those of a meeting that was held.
		const question = { applicationId: null, siteId };
		const { needs } = await coordinator.must(getDecisionDesk, { params: { id: siteId } });
		if (needs.minutes && council) await meet(coordinator, council, question, await hands.experts.sitting());
		const from = await end(pages.coordinator, coordinator, siteId);
		await inRegister(pages.guest, { title, day: from }, ['прекращён']);
		if (from > day) return inRegister(pages.guest, { title, day }, ['действует']);
		// Ended on this very day: what was written stays, and nothing new is asked for (R34).
		await pages.applicant.goto(`/leader/sites/${siteId}/plan`);
		await expect(pages.applicant.getByText('Статус площадки не действует')).toBeVisible();
		await expect(pages.applicant.getByText(leading.EVENT).first()).toBeVisible();
		await expect(pages.applicant.getByRole('link', { name: 'Добавить мероприятие' })).toHaveCount(0);
	});
}

/** Expertise, council and представление, each only where the way of this application has it. Answers with the council. */
async function walk({ coordinator, experts }: Hands, regulation: string, id: string): Promise<string | null> {
	const steps = (await read(coordinator, id)).way.map(({ step }) => step);
	let council: string | null = null;
	if (steps.includes('expertise') || steps.includes('council')) {
		council = await compose(coordinator, regulation, await experts.known());
		const people = await experts.sitting();
		if (steps.includes('expertise')) await judge(coordinator, council, id, people);
		if (steps.includes('council')) {
			const { minutes } = await meet(coordinator, council, { applicationId: id, siteId: null }, people);
			await readBack(coordinator, `/api/documents/${minutes?.id}`, ['Поддержать площадку', 'Судилов']);
		}
	}
	if (steps.includes('proposal')) await propose(coordinator, 'status', id);
	return council;
}
