import {
	getExperience,
	listExperience,
	publishExperience,
	writeExperience
} from '@stazhirovka/contract/experience';
import { getPublishedPassport, publishNews, writeNews } from '@stazhirovka/contract/passports';
import {
	appointPerson,
	getSitePerson,
	recordStaffConsent,
	withdrawStaffConsent
} from '@stazhirovka/contract/staff';
import { planRows, plans, sitePassports } from '@stazhirovka/db/schema';
import { NO_CHOICE } from '@stazhirovka/domain/passports';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { planner, rowUnder } from '../../testing/plans.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2026-11-01T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'lenobl');

test('X7: a consent on paper, with its day and scan, opens the name everywhere, and taken back closes it', async () => {
	const site = await siteUnder(world, 'lenobl');
	const by = site.visitor;
	const params = { id: site.id };
	const act = { body: 'Школа', number: '12', date: '2026-09-01' };
	const appointment = { role: 'curator', name: 'Ольхова Тамара', position: 'методист', email: '' };
	const { id } = await by.must(appointPerson, {
		params,
		body: { ...appointment, from: '2026-09-01', act, actId: null, minutes: null }
	});
	const shown = { ...NO_CHOICE, staff: [id] };
	await world.db.insert(sitePassports).values({ siteId: site.id, draft: shown, shown });
	const plan = planner(by);
	const begun = await plan.begin(site.id);
	const planId = begun.ok ? begun.value.id : '';
	await plan.add(planId, rowUnder('lenobl', { isPublic: true, responsible: 'Ольхова Т.' }));
	await world.db.update(plans).set({ state: 'in_force' }).where(eq(plans.id, planId));
	await world.db.update(planRows).set({ isPublic: true }).where(eq(planRows.planId, planId));

	const guest = await world.as(null);
	const named = async () => {
		const { staff } = await guest.must(getPublishedPassport, { params });
		const calendars = [`/api/site-calendars/${site.id}`, `/api/event-calendar?from=2026-09-01`];
		const texts = await Promise.all(
			calendars.map(async (url) => (await guest.inject({ method: 'GET', url })).body)
		);
		return [staff.length, ...texts.map((text) => text.includes('Ольхова'))];
	};
	const publish = async (news: string) => {
		await by.must(writeNews, {
			params: { ...params, item: news },
			body: { title: 'Семинар прошёл', body: 'Вместе с Ольховой Т.', revision: null }
		});
		const answer = await by.call(publishNews, {
			params: { ...params, item: news },
			body: { revision: 0, published: true }
		});
		return answer.ok || answer.refusal.problem.code;
	};
	expect(await named()).toEqual([0, false, false]);
	expect(await publish(crypto.randomUUID())).toBe('site_item.names_without_consent');

	const keep = (signedOn: string, fileId: string | null) =>
		by.call(recordStaffConsent, { params: { id }, body: { signedOn, fileId } });
	const faulty = await keep('2026-12-01', null);
	expect(faulty.ok ? null : faulty.refusal.problem.details).toEqual({
		faults: [
			{ code: 'days.ahead', field: 'signedOn' },
			{ code: 'consent.scan_missing', field: 'fileId' }
		]
	});
	const { kept } = uploadsOf(() => world);
	const scan = await kept(site.leader, `siteId=${site.id}`, 'согласие.pdf', SAMPLES.pdf!);
	expect([(await keep('2026-10-30', scan.id)).ok, (await keep('2026-10-30', scan.id)).ok]).toEqual([
		true,
		true
	]);
	const { naming } = await by.must(getSitePerson, { params: { id } });
	expect(naming).toMatchObject({ consented: true, papers: [{ signedOn: '2026-10-30', fileId: scan.id }] });
	expect(await named()).toEqual([1, true, true]);
	expect(await publish(crypto.randomUUID())).toBe(true);

	const place = { params: { id: site.id, item: crypto.randomUUID() } };
	const words = { title: 'Пауза', theme: 'Внимание', authors: 'Команда', changed: 'Начинают сразу.' };
	const told = { ...words, done: 'Уроки вела Ольхова Т.', links: ['https://a.ru/1'], deficits: [] };
	await by.must(writeExperience, { ...place, body: { ...told, checked: true, revision: null } });
	await by.must(publishExperience, { ...place, body: { revision: 0, published: true } });
	const experience = async () => [
		(await guest.must(listExperience, { querystring: {} })).items.length,
		(await guest.call(getExperience, { params: { id: place.params.item } })).ok
	];
	expect(await experience()).toEqual([1, true]);

	await by.must(withdrawStaffConsent, { params: { id } });
	expect(await named()).toEqual([0, false, false]);
	expect(await experience()).toEqual([0, false]);
});
